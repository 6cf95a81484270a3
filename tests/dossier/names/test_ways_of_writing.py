"""Kinds of writing a withheld name in which it is met, and near misses that are let be."""

import pytest

from habeas.dossier.names import ListedName, gathered


def is_met(listed: ListedName, text: str) -> bool:
    return any(gathered([listed]).met(f"It was said that {text} was there."))


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        (ListedName(full="မောင်ထွန်းဇော်"), "ဦးမောင်ထွန်းဇော်သည်"),
        (ListedName(full="Maung Tun Zaw"), "မောင်ထွန်းဇော်"),
        (ListedName(given="Олена", surnames="Гадаленко"), "Olena Hadalenko"),
        (ListedName(given="Νικόλαος", surnames="Αντωνάκης"), "Nikolaos Antonakis"),
        (ListedName(given="مریم", surnames="پروین‌نژاد"), "Maryam Parvin-Nezhad"),
        (ListedName(given="عبد الرحمن", surnames="الوردي"), "Abdul Rahman al-Wardi"),
        (ListedName(given="Owen Rhys", surnames="Testworth"), "O.R. Testworth"),
        (ListedName(given="Nuala Maeve", surnames="O'Testry"), "N. M. O'Testry"),
        (ListedName(given="Rosa", surnames="Ejemplez"), "Ⓡⓞⓢⓐ Ⓔⓙⓔⓜⓟⓛⓔⓩ"),
        (ListedName(given="Rosa", surnames="Ejemplez"), "\u202ezelpmejE asoR\u202c"),
        (ListedName(given="Jürgen", surnames="Müsterling"), "J?rgen M?sterling"),
        (ListedName(given="José", surnames="Muéstrez"), "JosÃ© MuÃ©strez"),
        (ListedName(given="Rosa", surnames="Ejemplez"), "Ro5a Ej3mplez"),
        (ListedName(given="Rosa", surnames="Ejemplez", numbers=("V-12345678",)), "V-0012345678"),
        (ListedName(given="Rosa", surnames="Ejemplez", numbers=("V-10345678",)), "V-1O345678"),
        (ListedName(given="伟明", surnames="欧阳"), "歐陽偉明"),
        (ListedName(given="伟明", surnames="欧阳"), "Ou Yang Wei Ming"),
        # In another form of the name, or a short one
        (ListedName(given="Наталля Iгараўна", surnames="Прыкладзюк"), "Natasha Prykladziuk"),
        (ListedName(given="Юрась", surnames="Узорчык"), "Yury Uzorchyk"),
        (ListedName(given="Pedro Anselmo", surnames="Mostradillo"), "Pedrito Mostradillo"),
        (ListedName(given="Νικόλαος", surnames="Δειγματάκης"), "Nikos Deigmatakis"),
        # Japanese, by the readings of characters
        (ListedName(given="由美", surnames="桜沢"), "Sakurazawa Yumi"),
        (ListedName(given="Yumi", surnames="Sakurazawa"), "昨日、桜沢由美さん"),
        (ListedName(given="太郎", surnames="大野"), "Tarō Ōno"),
        (ListedName(given="由美", surnames="桜沢"), "櫻澤由美"),
        # Initials that a script spells out
        (ListedName(given="ஆர். எஸ்.", surnames="மாதிரிநாதன்"), "R. S. Mathirinathan"),
        (ListedName(given="एस. पी.", surnames="नमूनादास"), "S.P. Namunadas"),
        (ListedName(given="S. P.", surnames="Namunadas"), "एस. पी. नमूनादास"),
        # One word, spelled otherwise or parted
        (ListedName(full="Suharjowibowono"), "Soeharjowibowono"),
        (ListedName(full="Tjontohwardoyo"), "Contohwardoyo"),
        (ListedName(full="Suharjowibowono"), "Suharjo Wibowono"),
        # Two given names before one surname; a surname of birth
        (ListedName(given="Zulma", surnames="Ejémplez"), "Zulma y Tadeo Ejémplez"),
        (ListedName(given="Orla", surnames="Testworth"), "Orla and Finn Testworth"),
        (ListedName(given="Zulma", surnames="Ejémplez"), "Zulma Otrano, nacida Ejémplez"),
        (ListedName(given="Hanne", surnames="Musterfeld"), "Hanne Andersch (geb. Musterfeld)"),
        # Parts of a word joined or parted by signs; particles joined to it
        (ListedName(given="Geert", surnames="van den Voorbeeld"), "Geert Vandenvoorbeeld"),
        (ListedName(given="ገብረሥላሴ", surnames="ምሳሌወርቅ"), "ገብረ ሥላሴ ምሳሌ ወርቅ"),
        (ListedName(given="Geert", surnames="van 't Voorbeeld"), "Geertvan'tVoorbeeld"),
        # Read otherwise in another script
        (ListedName(given="Thibault", surnames="Modelard"), "Тибо Моделар"),
        (ListedName(given="Xezal", surnames="Nimûnezade"), "Khezal Nimunezade"),
        (ListedName(given="리나", surnames="이"), "리리나는"),
        (ListedName(given="Θεόδωρος", surnames="Δειγματάκης"), "8eodoros Deigmatakis"),
        (ListedName(given="สมชาย", surnames="ตัวอย่างวงศ์"), "Somchai Tuayangwong"),
        # Initials with other marks
        (ListedName(given="רותם", surnames="דוגמאיסקי"), "ר' דוגמאיסקי"),
        (ListedName(given="عبد الرحمن", surnames="المثالي"), "Abd ar-Rahman Mithali"),
    ],
)
def test_a_name_is_met_in_every_kind_of_writing(listed: ListedName, written: str):
    assert is_met(listed, written)


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        (ListedName(given="محمد علي", surnames="عبد الرحمن الوردي"), "عبد الرحمن السعيد"),
        (ListedName(given="Олена", surnames="Гадаленко"), "Олена Коваль"),
        (ListedName(given="Owen Rhys", surnames="Testworth"), "X. Testworth"),
        (ListedName(given="Rosa", surnames="Ejemplez", numbers=("V-10345678",)), "of 12345678"),
        (ListedName(given="Юрась", surnames="Узорчык"), "Yury Petrov"),
        (ListedName(given="Pedro Anselmo", surnames="Mostradillo"), "Benito Mostradillo"),
        (ListedName(given="由美", surnames="桜沢"), "Sakurai Yumiko"),
        (ListedName(given="Yumi", surnames="Sakurazawa"), "桜井由美子"),
        (ListedName(given="S. P.", surnames="Namunadas"), "एल. के. नमूनादास"),
        (ListedName(full="Suharjowibowono"), "Sukarnoputri"),
        (ListedName(full="Suharjowibowono"), "Suharjo, Wibowono"),
        (ListedName(given="Zulma", surnames="Ejémplez"), "Zulma y Tadeo Otrano"),
        (ListedName(given="Geert", surnames="van den Voorbeeld"), "Vandenberg"),
        (ListedName(given="Thibault", surnames="Modelard"), "Тимофей Модель"),
        (ListedName(given="Rosa", surnames="Ejemplez"), "Ejemplez. R. then spoke"),
    ],
)
def test_a_near_miss_is_let_be(listed: ListedName, written: str):
    assert not is_met(listed, written)
