# ruff: noqa: RUF001 - letters of other alphabets that look like Latin ones
"""Tests of charset detection."""

import pytest

from articles.importers.charset_detection import detect_and_decode

# One sentence in the encodings that news has been written in.
SENTENCES = {
    "cp1252": "“We noted tactical successes when a couple of cities were recaptured,” he said – “it’s a start.” ",
    "latin-1": "«\xa0Nous avons noté des succès tactiques en Irak après deux ans\xa0», a déclaré le ministre. ",
    "cp1250": "„Odnotowaliśmy sukcesy taktyczne, gdy odbito kilka miast” – powiedział minister Ławrow w wywiadzie. ",
    "cp1254": "“Irak’ta birkaç şehir geri alındığında taktik başarılar kaydettik” dedi Dışişleri Bakanı ağır ağır. ",
    "cp1251": "«Мы отметили тактические успехи, когда в Ираке были отбиты несколько городов», – заявил министр. ",
    "koi8_r": "Мы отметили тактические успехи, когда в Ираке были отбиты несколько городов, заявил министр. ",
    "cp1253": "«Σημειώσαμε τακτικές επιτυχίες όταν ανακαταλήφθηκαν μερικές πόλεις στο Ιράκ», δήλωσε ο υπουργός. ",
    "cp1255": "שר החוץ הרוסי אמר בראיון: ציינו הצלחות טקטיות כאשר כמה ערים נכבשו מחדש בעיראק. ",
    "cp1256": "قال وزير الخارجية الروسي في مقابلة تلفزيونية: لاحظنا نجاحات تكتيكية عندما استعيدت مدن في العراق. ",
    "gb18030": "“我们注意到在伊拉克收复几座城市时取得的战术成功，”俄罗斯外长拉夫罗夫周二在接受采访时说。",
    "big5": "「我們注意到在伊拉克收復幾座城市時取得的戰術成功」，俄羅斯外長拉夫羅夫週二在接受採訪時說。",
    "shift_jis": "「イラクでいくつかの都市が奪還されたとき、我々は戦術的な成功を指摘した」とラブロフ外相は述べた。",
    "euc_jp": "「イラクでいくつかの都市が奪還されたとき、我々は戦術的な成功を指摘した」とラブロフ外相は述べた。",
    "euc_kr": "“이라크에서 여러 도시가 탈환되었을 때 우리는 전술적 성공을 주목했다”고 외무장관이 말했다. ",
}


@pytest.mark.parametrize("times", [1, 3, 30])
@pytest.mark.parametrize("encoding", SENTENCES)
def test_detect_and_decode_finds_an_undeclared_encoding(encoding: str, times: int) -> None:
    text = SENTENCES[encoding] * times
    assert detect_and_decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1252",
            "Der Minister sagte: „Wir haben über die größten Erfolge in der Türkei gesprochen“, und fügte hinzu.",
        ),
        ("cp1252", "“Hemos observado éxitos tácticos”, dijo el ministro en una entrevista la semana pasada en España."),
        ("cp1252", "„Vi noterade taktiska framgångar när några städer återtogs“, sade ministern på tisdagen."),
        ("cp1250", "„Zaznamenali jsme taktické úspěchy, když bylo v Iráku dobyto několik měst,“ řekl ministr v úterý."),
        (
            "cp1250",
            "„Taktikai sikereket értünk el, amikor több várost visszafoglaltak” – mondta a külügyminiszter, őszintén.",
        ),
        (
            "cp1250",
            "„Zabilježili smo taktičke uspjehe kada je nekoliko gradova oslobođeno”, rekao je ministar, žaleći se.",
        ),
        ("cp1257", "„Pažymėjome taktinę sėkmę, kai Irake buvo atkovoti keli miestai“, – antradienį sakė ministras."),
        ("cp1254", "“Taktik başarılar kaydettik” dedi bakan; görüşmenin ağır geçtiğini de söyledi."),
    ],
    ids="German Spanish Swedish Czech Hungarian Croatian Lithuanian Turkish".split(),
)
def test_detect_and_decode_distinguishes_latin_alphabets_by_their_letters(encoding: str, text: str) -> None:
    assert detect_and_decode(text.encode(encoding)) == text


def test_detect_and_decode_returns_none_for_noise() -> None:
    assert detect_and_decode(bytes(range(128, 256)) * 20) is None
