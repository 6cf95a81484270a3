"""People who do not exist: names put together by chance from common ones, days by chance."""

# ruff: noqa: E501

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

NAMES = {
    "es": (
        "José Luis Carlos Miguel Ángel Jesús Rafael Andrés Víctor Óscar Ramón Julio Wilmer Yorman Néstor Elías",
        "María Carmen Yulimar Rosa Ana Beatriz Luz Marina Andreína Gladys Norma Xiomara Inés Belkis",
        "Rondón Piñango Urdaneta Colmenares Bracho Sulbarán Ñáñez Quintero Zambrano Graterol Mijares Uzcátegui "
        "Villasmil Terán Chacín Lozada Perozo Montiel Arteaga Carrizo Guédez Hidalgo Araujo Escalona Matos Rivero",
    ),
    "pt": (
        "João António Manuel Luís Paulo Fernando Raimundo Sebastião Hélder Armindo Osvaldo Benedito Inácio Nélson",
        "Maria Joana Conceição Lúcia Fátima Helena Graça Isaura Célia Rosália Teresinha Iolanda",
        "Sacramento Macuácua Nhantumbo Cossa Tembe Barreto Falcão Guimarães Meireles Muchanga Quaresma Vilanova "
        "Assunção Bragança Figueira Lobo Mondlane Prates Sitoe Teixeira Valadão Xavier Zandamela Mabunda",
    ),
    "fr": (
        "Jean Paul Emmanuel Blaise Didier Achille Serge Hervé Yves Rodrigue Mourad Karim Nabil Sofiane Yacine",
        "Marie Chantal Solange Odile Nadège Clarisse Amina Samira Lynda Nassima Félicité",
        "Nkemdoum Fotabong Tchinda Mbarga Essomba Ngwa Achu Tabi Fomekong Belhadj Ouchène Meziane Tounsi Ferradj "
        "Aït-Kaci Benmoussa Zerrouki Hamdad Larbaoui Cherfaoui Moukouri Djoumessi Kengmo Ateba Nfor",
    ),
    "ru": (
        "Алексей Дмитрий Сергей Фёдор Артём Николай Павел Илья Семён Виктор Егор Тимофей Григорий Юрий",
        "Мария Ольга Наталья Алёна Ксения Вера Дарья Людмила Яна Екатерина Софья Юлия",
        "Журавлёв Щеглов Чибисов Ярцев Хлебников Толмачёв Шубин Цыганков Ершов Юдаков Колядин Жданович Мицкевич "
        "Полещук Савчиц Гриневич Лукьянчик Шклярик Бобров Кунцев Рябинин Озеров Тарасюк Дробыш",
    ),
    "ar": (
        "محمد أحمد محمود خالد يوسف إبراهيم حسن علي عمر سامر بسام طارق هيثم وائل ماهر زياد",
        "فاطمة مريم رنا هدى سميرة ليلى نورا سلمى ريم عبير",
        "الحموي الدرويش العبدالله قاسم النجار الخطيب سليمان الحداد بركات المصري شاهين الزعبي حمدان العلي جمعة صباغ "
        "الكردي عيسى نصار رمضان",
    ),
    "en": (
        "Aung Kyaw Zaw Min Htet Thura Ye Naing Soe Myint Wai Phyo Lin Tun Ko",
        "Khin Aye Su Moe Thandar Ei Nilar Yamin Phyu May Hnin Zin",
        "Oo Win Maung Hlaing Thant Htun Latt Kyi Zin Aye Thein Myat Khaing Lwin Nyein Sandi",
    ),
}


@dataclass(frozen=True)
class Person:
    """Somebody invented."""

    given: str
    second: str
    surname: str
    mother: str  # the second surname
    father: str  # the father's given name
    sex: str  # "M" or "F"
    birth: date
    arrest: date
    release: date | None
    number: str  # of a paper

    def but(self, **changes: object) -> "Person":
        """The same person with something else, such as a brother's name."""
        return replace(self, **changes)  # type: ignore[arg-type]


def crowd(language: str, count: int, seed: int, first: date, days: int) -> list[Person]:
    """That many people, of whom no two share given name, surname and second surname."""
    chance = Random(seed)  # noqa: S311
    men, women, surnames = (words.split() for words in NAMES[language])
    met: set[tuple[str, str]] = set()
    people: list[Person] = []
    while len(people) < count:
        sex = "F" if chance.random() < 0.25 else "M"
        given, second = chance.sample(women if sex == "F" else men, 2)
        surname, mother = chance.sample(surnames, 2)
        born = date(1955, 1, 1) + timedelta(chance.randrange(18_000))
        arrest = first + timedelta(chance.randrange(days))
        release = arrest + timedelta(chance.randrange(20, 500)) if chance.random() < 0.4 else None
        number = str(chance.randrange(5_000_000, 29_000_000))
        if (given, surname) in met:
            continue
        met.add((given, surname))
        father = chance.choice([name for name in men if name != given])
        people.append(
            Person(given, second, surname, mother, father, sex, born, arrest, release, number)
        )
    return people
