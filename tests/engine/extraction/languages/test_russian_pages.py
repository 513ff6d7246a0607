"""Russian attributions as papers print them: the sentences are made up, their forms those of papers and agencies."""

import pytest

from articles.engine.extraction import find_quotations

ORLOV, BELOVA, SOKOL = "Виктор Орлов", "Анна Белова", "Игорь Соколов"
WORDS = "паром останется там, где он есть"

SPOKEN: list[tuple[str, list[str | None]]] = [
    (f"«{WORDS}», — сказала Анна Белова.", [BELOVA]),
    (f"«{WORDS}», — заявила во вторник мэр города Анна Белова.", [BELOVA]),
    (f"«{WORDS}», — сообщил журналистам директор порта Виктор Орлов.", [ORLOV]),
    (f"«{WORDS}», — написал в своем телеграм-канале Игорь Соколов.", [SOKOL]),
    (f"«{WORDS}», — добавил министр транспорта Игорь Соколов.", [SOKOL]),
    (f"«{WORDS}», — подчеркнула официальный представитель порта Анна Белова.", [BELOVA]),
    (f"«{WORDS}», — пояснил Виктор Орлов журналистам.", [ORLOV]),
    (f"Виктор Орлов заявил: «{WORDS}».", [ORLOV]),
    (f"Директор порта Виктор Орлов заявил, что «{WORDS}».", [ORLOV]),
    (f"Мэр Анна Белова, которая руководит городом с 2014 года, считает, что «{WORDS}».", [BELOVA]),
    (f"По словам Виктора Орлова, «{WORDS}».", [ORLOV]),
    (f"По словам директора порта Виктора Орлова, «{WORDS}».", [ORLOV]),
    (f"По мнению Анны Беловой, «{WORDS}».", [BELOVA]),
    (f"Как отметила Анна Белова, «{WORDS}».", [BELOVA]),
    (f"«{WORDS}», как отметил Игорь Соколов.", [SOKOL]),
    (f"Анна Белова выступила во вторник. По ее словам, «{WORDS}».", [BELOVA]),
    (f"Виктор Орлов выступил во вторник. По его словам, «{WORDS}».", [ORLOV]),
    (f"Виктор Орлов выступил во вторник. «{WORDS}», — сказал он.", [ORLOV]),
    (f"Анна Белова выступила во вторник. Она добавила: «{WORDS}».", [BELOVA]),
    (f"Анна Белова и Виктор Орлов выступили во вторник. «{WORDS}», — сказал он.", [ORLOV]),
    (f"Мэр Анна Белова выступила во вторник. «{WORDS}», — повторила мэр.", [BELOVA]),
    (f"Анна Белова приняла журналистов. «{WORDS}», — сказала Белова.", [BELOVA]),
    (f"«{WORDS}», — сказала Анна Белова. «Мы к этому не вернёмся до весны».", [BELOVA, BELOVA]),
    ("«Паром останется, — сказал Виктор Орлов. — Мы к этому не вернёмся».", [ORLOV, ORLOV]),
    (f"«{WORDS}», — ответила Анна Белова на вопрос Виктора Орлова.", [BELOVA]),
    (f"Отвечая на вопрос Игоря Соколова, Виктор Орлов сказал: «{WORDS}».", [ORLOV]),
    (f"Игорь Соколов назвал решение «{WORDS}».", [SOKOL]),
    (f"«{WORDS}», — рассказал один из жителей.", [None]),
    (f"«{WORDS}», — отметил источник в порту.", [None]),
    (f"«{WORDS}», — говорится в сообщении.", [None]),
    (f"«{WORDS}», — пишут пользователи.", [None]),
    (f"Однако вчера стало ясно: «{WORDS}».", [None]),
    (f"В Москве и Самаре решили так: «{WORDS}».", [None]),
    (f"«{WORDS}», — сообщили в МЧС.", [None]),
    (f"«{WORDS}», — считает политолог Игорь Соколов.", [SOKOL]),
    (f"«{WORDS}», — уверен экономист Игорь Соколов.", [SOKOL]),
    (f"Виктор Орлов напомнил, что «{WORDS}».", [ORLOV]),
    (f"Глава порта Виктор Орлов в интервью агентству назвал это «{WORDS}».", [ORLOV]),
    (f"«{WORDS}», — возразила ему Анна Белова.", [BELOVA]),
    (f"Анна Белова: «{WORDS}».", [BELOVA]),
]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN, ids=[text[:60] for text, _ in SPOKEN])
def test_find_quotations_finds_speaker_of_russian_page(text: str, speakers: list[str | None]) -> None:
    assert [quotation.speaker_name for quotation in find_quotations(text, language="ru").quotations] == speakers
