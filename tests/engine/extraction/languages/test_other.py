"""Attributions in languages without a table: a personal name beside a verb of saying, or nobody."""

import pytest

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import find_quotations

IDA = "Ida Solberg"

SPOKEN: list[tuple[str, str, list[str | None]]] = [
    ("it", "«Il traghetto resta dov'è per tutto l'inverno», ha dichiarato Ida Solberg.", [IDA]),
    ("it", "«Il traghetto resta dov'è per tutto l'inverno», spiega il ministro Ida Solberg.", [IDA]),
    ("it", "Ida Solberg ha detto: «Il traghetto resta dov'è per tutto l'inverno».", [IDA]),
    ("it", "Ida Solberg: «Il traghetto resta dov'è per tutto l'inverno».", [IDA]),
    ("it", "Inoltre la decisione è presa a Roma: «Il traghetto resta dov'è per tutto l'inverno».", [None]),
    ("it", "Il caso Ida Solberg: «Il traghetto resta dov'è per tutto l'inverno».", [None]),
    ("it", "Ida Solberg è stata accusata: «Il traghetto resta dov'è per tutto l'inverno».", [None]),
    ("it", "L'avvocato di Ida Solberg ha detto: «Il traghetto resta dov'è per tutto l'inverno».", [None]),
    ("it", "«Il traghetto resta dov'è per tutto l'inverno», ha detto a Jonas Klapp Ida Solberg.", [None]),
    ("pt", "“A balsa fica onde está durante o inverno”, disse Ida Solberg.", [IDA]),
    ("pt", "“A balsa fica onde está durante o inverno”, afirmou a prefeita.", [None]),
    ("nl", "“De veerboot blijft waar hij is, de hele winter”, zegt Ida Solberg.", [IDA]),
    ("nl", "“De veerboot blijft waar hij is, de hele winter”, aldus Ida Solberg.", [IDA]),
    ("nl", "Daarnaast klonk het: “De veerboot blijft waar hij is, de hele winter.”", [None]),
    ("sv", "”Färjan blir kvar där den är hela vintern”, säger Ida Solberg.", [IDA]),
    ("nb", "«Ferja blir der den er hele vinteren», sier ordfører Ida Solberg.", [IDA]),
    ("da", "»Færgen bliver, hvor den er, hele vinteren,« siger Ida Solberg.", [IDA]),
    ("pl", "„Prom zostaje tam, gdzie jest, całą zimę”, powiedziała Ida Solberg.", [IDA]),
    ("pl", "Dodał też jedno: „Prom zostaje tam, gdzie jest, całą zimę”.", [None]),
    ("cs", "„Přívoz zůstane tam, kde je, celou zimu,“ řekla Ida Solberg.", [IDA]),
    ("cs", "Tiesa dnes řekla: „Přívoz zůstane tam, kde je, celou zimu.“", [None]),
    ("lt", "„Keltas liks ten, kur yra, visą žiemą“, – sakė Ida Solberg.", [IDA]),
    ("tr", "Ida Solberg, “Feribot bütün kış olduğu yerde kalıyor” dedi.", [IDA]),
    ("fi", "”Lautta pysyy paikallaan koko talven”, sanoo Ida Solberg.", [IDA]),
    ("id", "“Feri tetap di tempatnya sepanjang musim dingin,” kata Ida Solberg.", [IDA]),
    ("zh", "镇长李明说：“这条渡船今年冬天继续开，这是最后的决定。”", [None]),
    ("zh", "鎮長李明說：「這條渡船今年冬天繼續開，這是最後的決定。」", [None]),
    ("ja", "イーダ・ソルベルグ町長は「船はこの冬もそのままにします。もう決めたことです」と述べた。", [None]),
    ("ja", "町長は『船はこの冬もそのままにします』と述べた。", [None]),
    ("ar", "وقالت رئيسة البلدية إيدا سولبرغ: «القارب باق في مكانه طوال الشتاء».", [None]),
    ("ar", "وقالت رئيسة البلدية إيدا سولبرغ: ”القارب باق في مكانه طوال الشتاء“.", [None]),
    ("he", "״הסירה נשארת במקומה כל החורף ואין מה להוסיף״, אמרה אידה סולברג.", [None]),
    ("he", "„הסירה נשארת במקומה כל החורף ואין מה להוסיף”, אמרה אידה סולברג.", [None]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), SPOKEN, ids=[f"{row[0]} {row[1][:50]}" for row in SPOKEN])
def test_find_quotations_names_only_person_beside_verb(language: str, text: str, speakers: list[str | None]) -> None:
    body = (Paragraph(0, len(text), Label.BODY, ""),)
    found = find_quotations(text, language=language, paragraphs=body).quotations
    assert [quotation.speaker_name for quotation in found] == speakers
