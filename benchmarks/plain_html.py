"""The data of a bound edition as the plainest HTML that holds all of it."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any

Node = dict[str, Any]


def plain_html(data: Node) -> str:
    """Write the data as plain HTML."""
    chapters = [*data["front"], *data["parts"], *data["back"], data["sources"]]
    body = "".join(map(_chapter, chapters))
    style = "<style>td, th { border: 1px solid; vertical-align: top }</style>"
    return f"<!doctype html><html lang={data['language']}><title>Guide</title>{style}{body}</html>"


def _chapter(one: Node) -> str:
    groups = "".join(map(_group, one.get("groups", [])))
    entries = "".join(f"<p>{_inline(entry['c'])}</p>" for entry in one.get("entries", []))
    head = f"<h1>{_inline(one['title'])}</h1><p>{_inline(one['lead'])}</p>"
    return head + _blocks(one["body"]) + _blocks(one["sources"]) + groups + entries


def _group(one: Node) -> str:
    head = (
        f"<h{one['level']}>{_inline(one['title'])}</h{one['level']}><p>{_inline(one['intro'])}</p>"
    )
    inside = _blocks(one["blocks"]) + _sections(one["sections"], one["level"] + 1)
    return head + inside + "".join([*map(_record, one["entries"]), *map(_group, one["groups"])])


def _record(one: Node) -> str:
    head = (
        f"<h{one['level']}>{_inline(one['title'])}</h{one['level']}><p>{_inline(one['lead'])}</p>"
    )
    notices = "".join(f"<p>{_inline(notice)}</p>" for notice in one["notices"])
    text = _blocks(one["sources"]) + _facts(one["facts"]) + _blocks(one["body"])
    return head + notices + text + _sections(one["sections"], one["level"] + 1)


def _sections(items: Iterable[Node], level: int) -> str:
    level = min(level, 6)
    return "".join(
        f"<h{level}>{_inline(one['title'])}</h{level}>{_blocks(one['blocks'])}"
        f"{_sections(one['sections'], level + 1)}"
        for one in items
    )


def _facts(items: Iterable[Node]) -> str:
    inside = "".join(f"<dt>{_inline(one['name'])}<dd>{_inline(one['c'])}" for one in items)
    return f"<dl>{inside}</dl>"


def _blocks(children: Iterable[Node]) -> str:
    return "".join(map(_block, children))


def _block(one: Node) -> str:
    return _WRITERS.get(one["n"], _paragraph)(one)


def _heading(one: Node) -> str:
    return f"<h{one['level']}>{_inline(one['c'])}</h{one['level']}>"


def _list(one: Node) -> str:
    items = "".join(f"<li>{_blocks(item)}" for item in one["items"])
    return f"<{one['n']}>{items}</{one['n']}>"


def _table(one: Node) -> str:
    head = "".join(f"<th>{_inline(cell)}" for cell in one["head"])
    rows = "".join(f"<tr>{''.join(f'<td>{_inline(cell)}' for cell in row)}" for row in one["rows"])
    return f"<table><thead><tr>{head}<tbody>{rows}</table>"


def _terms(one: Node) -> str:
    inside = (f"<dt>{_inline(item['term'])}<dd>{_blocks(item['c'])}" for item in one["items"])
    return f"<dl>{''.join(inside)}</dl>"


def _picture(one: Node) -> str:
    return f'<div style="width: {one["width"]}mm">{one["svg"]}</div>'


def _strength(one: Node) -> str:
    return f"<p>{one['svg']} {_inline(one['c'])}</p>"


def _paragraph(one: Node) -> str:
    return f"<p>{_inline(one['c'])}</p>"


_WRITERS: dict[str, Callable[[Node], str]] = {
    "h": _heading,
    "ul": _list,
    "ol": _list,
    "quote": lambda one: _blocks(one["c"]),
    "lang": lambda one: _blocks(one["c"]),
    "table": _table,
    "facts": lambda one: _facts(one["items"]),
    "terms": _terms,
    "picture": _picture,
    "strength": _strength,
}


def _head(one: Node, below: list[str | Node]) -> str:
    return f"<h{one['level']}>{_inline(one['title'])}</h{one['level']}><p>{_inline(below)}</p>"


def _inline(children: Iterable[str | Node]) -> str:
    return "".join(
        html.escape(one) if isinstance(one, str) else _span(one, _inline(one["c"]))
        for one in children
    )


def _span(one: Node, inside: str) -> str:
    match one["n"]:
        case "b" | "i":
            return f"<{one['n']}>{inside}</{one['n']}>"
        case "br":
            return "<br>"
        case "url":
            return f'<a href="{html.escape(one["href"])}">{inside}</a>'
        case _:
            return inside
