"""Article texts to try the extraction on, where it does not matter what they say.

`SAMPLE_ARTICLE` is a short article with what news text has: a dateline, quotations of every kind, a list of links,
comments. The five real ones are added where they are at hand. "Lavrov pointed out" stands in it as TASS prints it.
"""

from tests.support.shared import SHARED

SAMPLE_ARTICLE = """Home  News  World

Minister doubts the coalition's aims

17 Nov, 2015 14:50

\N{COPYRIGHT SIGN} Anna Petrova / Reuters

MOSCOW, November 17. /TASS/. The coalition's tactics suggest other aims, Russian Foreign Minister \
Sergey Lavrov said in an interview with the Vesti.doc programme on Rossiya-1 television on Tuesday.

\N{LEFT DOUBLE QUOTATION MARK}They spare the strongest groups,\N{RIGHT DOUBLE QUOTATION MARK} Lavrov pointed out. \
\N{LEFT DOUBLE QUOTATION MARK}We see it.\N{RIGHT DOUBLE QUOTATION MARK}

He added that "tactical successes" had been noted, and "a couple of cities" retaken. According to the top \
diplomat, the 6'2" colonel's words - \
\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}so be it\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK} \
- were never denied.

"First," Maria Zakharova, the ministry's spokeswoman, told reporters, "we wait.

"Then we act," she said. Mrs. Zakharova's colleague, a Mr. P. Ivanov of St. Petersburg, asked: "Why not now?"

READ MORE: Another story altogether

Comments 2

1. Guest says
"Nothing new," he said.
Log in
"""


def load_texts() -> list[str]:
    """Return the text of our own, and the seeds if they are there."""
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    return [SAMPLE_ARTICLE, *(path.read_text(encoding="utf-8") for path in seeds)]
