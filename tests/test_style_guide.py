"""Words that docs/style-guide.md rules out do not stand in templates, messages or the documentation for readers."""

import ast
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STYLE_GUIDE = ROOT / "docs/style-guide.md"

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULES = sorted(
    path
    for path in (ROOT / "articles").rglob("*.py")
    if not {"engine", "migrations", "spark"} & set(path.relative_to(ROOT).parts)
)
LABELS = [ROOT / "articles/engine/data/change_kinds.toml"]
SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))
DOCS = [
    ROOT / "README.md",
    *(ROOT / f"docs/{name}.md" for name in ("api", "command-line", "curating", "hosting", "importing")),
]

TEXT_ATTRIBUTE = re.compile(r'\b(?:title|alt|content|placeholder|aria-label|value)="([^"]*)"')
TEMPLATE_TAG = re.compile(r"{%.*?%}", re.S)
TEMPLATE_VALUE = re.compile(r"{{.*?}}", re.S)
MARKUP = re.compile(r"<[^>]*>", re.S)
STRING_IN_TAG = re.compile(r'"([^"]*)"')
CODE_IN_MARKDOWN = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)", re.S)
COUNTING = {"count_phrase", "count_phrase_with_verb"}
IS_MESSAGE = re.compile(r"[^\W_]\s|^[A-Z][a-z]+[^\w\[\]]")  # keys, and names of classes in annotations, are one word
FORMATS = {"not taken in"}  # values that programs read from the report of `ingest --json`
NAMING = {"verbose_name", "verbose_name_plural", "help_text", "label", "short_description", "description"}


def read_banned() -> dict[str, str]:
    """Read the style guide's table: each banned wording with what to write instead."""
    section = STYLE_GUIDE.read_text().split("## Words we do not print", 1)[1]
    rows = re.findall(r"^\| (`.*?) \| (.*?) \|$", section, re.M)
    return {word.lower(): instead for words, instead in rows for word in re.findall(r"`([^`]*)`", words)}


BANNED = read_banned()
BANNED_PATTERN = re.compile(
    r"(?<![\w.-])(?:" + "|".join(sorted(map(re.escape, BANNED), key=len, reverse=True)) + r")(?![\w-])", re.I
)


def read_template(source: str) -> str:
    """Return the words of a template that a reader may meet: its text, the texts in attributes and in tags."""
    source = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", source, flags=re.S)
    in_tags = [text for tag in TEMPLATE_TAG.findall(source) for text in STRING_IN_TAG.findall(tag) if " " in text]
    source = TEMPLATE_TAG.sub("", TEMPLATE_VALUE.sub(" ", source))
    return " ".join(unescape(" | ".join([MARKUP.sub("", source), *TEXT_ATTRIBUTE.findall(source), *in_tags])).split())


def read_messages(source: str) -> Iterator[str]:
    """Yield the strings of a module that may be a message, a label or a help text; docstrings are none of them."""
    tree = ast.parse(source)
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    skipped |= {id(node.msg) for node in ast.walk(tree) if isinstance(node, ast.Assert)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped.update(map(id, node.values))
            yield " ".join(str(value.value) if isinstance(value, ast.Constant) else "" for value in node.values)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in COUNTING:
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
        elif isinstance(node, ast.keyword) and node.arg in NAMING and isinstance(node.value, ast.Constant):
            yield str(node.value.value)
        elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id in NAMING for t in node.targets):
            yield from (
                each.value for each in [node.value] if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield from [node.value] if IS_MESSAGE.search(node.value) and node.value not in FORMATS else []


def find_banned(text: str) -> list[str]:
    """Return the banned wordings of a text, each within its neighbourhood and with what to write instead."""
    return [
        f"…{text[max(0, found.start() - 40) : found.end() + 25]}… ({BANNED[found[0].lower()]})"
        for found in BANNED_PATTERN.finditer(text)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_template_has_no_banned_word(path: Path) -> None:
    assert not find_banned(read_template(path.read_text()))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_messages_of_a_module_have_no_banned_word(path: Path) -> None:
    assert not [each for text in read_messages(path.read_text()) for each in find_banned(text)]


@pytest.mark.parametrize("path", [*LABELS, *SCRIPTS, *DOCS], ids=lambda path: str(path.relative_to(ROOT)))
def test_labels_scripts_and_documentation_have_no_banned_word(path: Path) -> None:
    assert not find_banned(CODE_IN_MARKDOWN.sub(" ", path.read_text()))


def test_banned_words_are_found_in_text_attributes_and_tags_of_a_template() -> None:
    source = '<p title="Gravest first">{{ n }} printing{{ n|pluralize }} {% chart x "not seen here" %}</p>{# danger #}'
    assert len(find_banned(read_template(source))) == 3


def test_banned_words_are_found_in_messages_but_not_in_keys_and_docstrings() -> None:
    source = '"""A danger."""\nKEY = "danger"\nf"{n} printings moved"\ncount_phrase(n, "printing")\n'
    assert [text for text in read_messages(source) if find_banned(text)] == ["  printings moved", "printing"]
