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
    ],
)
def test_a_near_miss_is_let_be(listed: ListedName, written: str):
    assert not is_met(listed, written)
