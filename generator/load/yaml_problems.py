# SPDX-License-Identifier: Apache-2.0
"""What does a YAML syntax error mean in plain Chinese, where is the slip, and what repairs it?

The parser names a problem where it gives up; the cause is often on an earlier line or some characters
away. So the lines around are first looked at for slips that editors make, then the problem itself.
"""

import re
from collections.abc import Callable, Iterator

from ruamel.yaml.error import MarkedYAMLError

from generator.base.finding import Finding
from generator.base.location import Location
from generator.load.yaml_indent import shift_of
from generator.load.yaml_slips import shown, slip_in
from generator.load.yaml_stop import BLANK, Spot, Stop, Verdict

CODE = "yaml-syntax"
OTHERWISE = ("不符合 YAML 的写法", "检查这一行和上一行的缩进、冒号和引号")
QUOTE_ALL = '给整个值加上半角引号，例如 "……"'
FIELD = re.compile(r"^ *(?:- +)?(?P<key>[A-Za-z_]\w*): +(?P<value>.*?) *$")
# Fields in a row, one behind the other, as they stand between braces.
ROW = re.compile(r" *(?P<dash>- +)(?P<fields>[a-z_]+: [^,{}\[\]]*(?:, [a-z_]+: [^,{}\[\]]*)+) *")
ADD_HYPHEN = "行首加“- ”（短横和一个空格）"
ALIGN = "与同一级的其他字段对齐，每级缩进两个空格"


def explained(
    error: MarkedYAMLError, text: str, file: str, lines_before: int, quoted: tuple[Spot, Spot] | None
) -> Finding:
    """A finding for a syntax error, at the place of the slip if one is recognized."""
    lines = text.split("\n")
    marks = [
        _inside(lines, mark.line, mark.column) for mark in (error.problem_mark, error.context_mark) if mark
    ]
    spot, begun = (marks or [(0, 0)])[0], (marks or [(0, 0)])[-1]
    stop = Stop(lines, str(error.problem), str(error.context), spot, begun, quoted)
    found = next((verdict for explain in EXPLANATIONS if (verdict := explain(stop))), None)
    verdict = found or Verdict(*OTHERWISE, spot)
    line, column = verdict.spot
    place = (line + 1 + lines_before, column + 1)
    return Finding(Location(file), verdict.message, verdict.repair, CODE).placed(*place)


def _inside(lines: list[str], line: int, column: int) -> Spot:
    """The place itself; for one behind the end of the text the end of its last line."""
    return (line, column) if line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _unclosed_quote(stop: Stop) -> Verdict | None:
    """A text in quotes that runs on to the end, or up to the next quote on a later line."""
    if "unexpected end of stream" in stop.problem or "document indicator" in stop.problem:
        spot = stop.begun
    elif stop.quoted and stop.quoted[1][0] == stop.spot[0]:
        spot = stop.quoted[0]
    else:
        return None
    line = stop.text_of(spot[0])
    mark, rest = line[spot[1]], line[spot[1] + 1 :]
    if wide := re.search(r"[“”‘’＂＇] *(?=[,}\]]|$)", rest):
        repair = (
            f"末尾的 {wide[0].strip()} 是全角引号，改成半角，写作 {mark}{shown(rest[: wide.start()])}{mark}"
        )
        return Verdict(f"引号 {mark} 没有闭合", repair, spot)
    value = re.split(r", [a-z_]+: |[}\]] *$", rest)[0]
    repair = f"在末尾补上半角引号，写作 {mark}{shown(value)}{mark}"
    return Verdict(f"引号 {mark} 没有闭合", repair, spot)


def _slip(stop: Stop) -> Verdict | None:
    """A slip that can be seen in a line: where the parser stopped, where it began, or just before."""
    for number in dict.fromkeys(_lines_to_look_at(stop)):
        if slip := slip_in(stop.text_of(number)):
            return Verdict(slip.message, slip.repair, (number, slip.column))
    return None


def _lines_to_look_at(stop: Stop) -> Iterator[int]:
    here = stop.spot[0]
    if "simple key" in stop.context:
        yield stop.begun[0]
    yield here
    earlier = (number for number in range(here - 1, -1, -1) if not BLANK.fullmatch(stop.text_of(number)))
    yield next(earlier, here)


def _colon_inside_brackets(stop: Stop) -> Verdict | None:
    """In brackets a colon may not touch what follows, not even in an address."""
    if "found unexpected ':'" not in stop.problem or stop.begun[0] != stop.spot[0]:
        return None
    word, before = stop.line[stop.begun[1] : stop.spot[1]], stop.line[: stop.begun[1]].rstrip()
    if re.fullmatch("[a-z_]+", word) and before.endswith(("{", ",")):
        value = re.split(r"[,}]", stop.line[stop.spot[1] + 1 :])[0]
        return Verdict("冒号后面缺空格", f"在冒号后加一个空格：{word}: {shown(value)}", stop.spot)
    value = re.split(r"[,，]? |[,，]?$|[}\]]", stop.line[stop.begun[1] :])[0].strip("“”‘’＂＇<>")
    return Verdict("括号里的值含有冒号，却没有加引号", _quoted(value), stop.begun)


def _unfinished_bracket(stop: Stop) -> Verdict | None:
    """A list or mapping in brackets in which something is missing."""
    if "did not find expected ',' or" not in stop.problem:
        return None
    closing = "]" if "']'" in stop.problem else "}"
    same_line = stop.begun[0] == stop.spot[0]
    inside = stop.text_of(stop.begun[0])[stop.begun[1] : stop.spot[1] if same_line else None]
    if found := re.search(r"([，；、])\s*[a-z_]+\s*(?:[:：]|$)", inside):
        spot = (stop.begun[0], stop.begun[1] + found.start())
        return Verdict(f"用了全角标点“{found[1]}”", "改成半角逗号加一个空格，写作“, ”", spot)
    if stop.here in {"}", "]"} and same_line and closing == "}":
        return Verdict(
            "多了一个 ]，或前面缺 [", "方括号要成对：[甲, 乙]；值里含 [ ] 的，整个值加引号", stop.spot
        )
    if stop.here in {"}", "]"} or not same_line:
        opening = stop.text_of(stop.begun[0])[stop.begun[1] : stop.begun[1] + 1]
        return Verdict(
            f"括号 {opening} 没有写完", f"在这一段末尾补上 {closing}，逗号和括号都用半角", stop.begun
        )
    return Verdict(
        "括号里缺逗号，或值里有符号没有加引号",
        "各部分之间用半角逗号加空格隔开；值里含 { } [ ] , : ? 的，整个值加引号",
        stop.spot,
    )


def _something_after_the_value(stop: Stop) -> Verdict | None:
    """A value that was complete already, and then more on the same line."""
    complete = ("'-' indicator", "expected key", "<document start>")
    if stop.is_first_on_line or not any(words in stop.problem for words in complete):
        return None
    if stop.here in {"}", "]"}:
        return Verdict(f"多了一个 {stop.here}", "删去它，或补上与它成对的左括号", stop.spot)
    if stop.before.rstrip().endswith(('"', "'")):
        field = FIELD.match(stop.line)
        repair = "引号要包住整个值；文字里本来有引号的，整个值外面加单引号 '……'"
        if field and "'" not in field["value"]:
            repair = f"引号要包住整个值：{field['key']}: '{shown(field['value'])}'"
        return Verdict("引号后面还有文字", repair, stop.spot)
    field = FIELD.match(stop.line)
    repair = _quoted(field["value"], field["key"]) if field else f"值以 [ 或 {{ 开头的，{QUOTE_ALL}"
    return Verdict("括号后面还有文字", repair, stop.spot)


def _colon_out_of_place(stop: Stop) -> Verdict | None:
    """A colon on a line that is indented too deep, or a second one in a value without quotes."""
    if "mapping values are not allowed" not in stop.problem:
        return None
    first = len(stop.before) - len(stop.before.lstrip(" -"))
    if re.fullmatch(r"""[ -]*[^\s:{}\[\],"']+ *""", stop.before):
        repair = f"{ALIGN}；再看上一行是否缺冒号或引号"
        otherwise = Verdict("缩进不对，或上一行没有写完", repair, (stop.spot[0], first))
        return _bare_word_before(stop) or _shifted(stop) or otherwise
    if stop.line.count("}") > stop.line.count("{"):
        return Verdict("缺左花括号 {", "在这一项开头补上 {", (stop.spot[0], first))
    if row := ROW.fullmatch(stop.line):
        repair = f"几个字段写在一行的，外面加花括号：{row['dash']}{{{shown(row['fields'])}}}"
        return Verdict("一行里有几个字段，却没有花括号", repair, (stop.spot[0], row.start("fields")))
    field = FIELD.match(stop.line)
    repair = _quoted(field["value"], field["key"]) if field else QUOTE_ALL
    return Verdict("值里有冒号加空格，却没有加引号", repair, stop.spot)


def _quoted(value: str, key: str = "") -> str:
    """How a value is put in quotes, single ones where it has double ones in it."""
    mark = "'" if '"' in value else '"'
    return f"给整个值加上半角引号：{key and f'{key}: '}{mark}{shown(value)}{mark}"


def _bare_word_before(stop: Stop) -> Verdict | None:
    """The name of a field without its colon on the line before, into which this one was drawn."""
    number = next((n for n in range(stop.spot[0] - 1, -1, -1) if not BLANK.fullmatch(stop.text_of(n))), 0)
    found = re.fullmatch(r" *(?:- +)?([a-z_]+) *", stop.text_of(number))
    return (
        Verdict("这一行缺冒号", f"在字段名后面加冒号：{found[1]}:", (number, found.start(1)))
        if found
        else None
    )


def _shifted(stop: Stop) -> Verdict | None:
    """A line that stands some spaces too far to one side."""
    shift = shift_of(stop.lines, stop.spot[0])
    if shift is None:
        return None
    spaces = abs(shift.have - shift.want)
    repair = f"在行首{'加' if shift.want > shift.have else '删去'} {spaces} 个空格"
    return Verdict(f"这一行缩进 {shift.have} 个空格，应为 {shift.want} 个", repair, (shift.line, shift.have))


def _no_colon(stop: Stop) -> Verdict | None:
    """A line in the place of a field that has no colon."""
    if "could not find expected ':'" not in stop.problem:
        return None
    if stop.text_of(stop.begun[0])[stop.begun[1] :].startswith(("{", "[")):
        return Verdict("列表的这一项前面缺短横", ADD_HYPHEN, stop.begun)
    line = stop.text_of(stop.begun[0])
    if found := re.fullmatch(r" *(?:- +)?([a-z_]+)(?:(?: +| *[=＝] *)([^=＝ ].*))?", line):
        value = f"和空格：{found[1]}: {shown(found[2])}" if found[2] else f"：{found[1]}:"
        return Verdict("这一行缺冒号", f"在字段名后面加冒号{value}", stop.begun)
    repair = "是上一行没有写完的，接到上一行末尾；是多余的，删去；是字段，写成“字段: 值”"
    return Verdict("这一行不是“字段: 值”", repair, stop.begun)


def _misaligned(stop: Stop) -> Verdict | None:
    """A line that stands neither on the level of its neighbours nor on another one."""
    if "<document start>" in stop.problem:
        return _wrong_beginning(stop)
    if "'-' indicator" not in stop.problem and "expected key" not in stop.problem:
        return None
    if shifted := _shifted(stop):
        return shifted
    if stop.line.lstrip().startswith("-"):
        return Verdict("这一项与上面各项没有对齐", "行首的短横与上面各项的短横对齐", stop.spot)
    if "'-' indicator" in stop.problem:
        repair = f"这一行若是列表的一项，行首加“- ”；否则{ALIGN}"
        return Verdict("缩进不对，或列表里混进了别的行", repair, stop.spot)
    return Verdict("缩进不对", ALIGN, stop.spot)


def _wrong_beginning(stop: Stop) -> Verdict | None:
    """The first line of all is indented or lacks its hyphen, so that the next cannot stand on its level."""
    for number, line in enumerate(stop.lines):
        written = line.lstrip()
        spot = (number, len(line) - len(written))
        if written and not written.startswith("#"):
            if written.startswith(("{", "[")) and stop.line.startswith("-"):
                return Verdict("列表的这一项前面缺短横", ADD_HYPHEN, spot)
            return Verdict("缩进不对", "第一级字段顶格写，其余每级缩进两个空格", spot) if spot[1] else None
    return None


def _sign_with_a_meaning(stop: Stop) -> Verdict | None:
    """A value that begins with a sign to which YAML gives a meaning."""
    things = ("an alias", "an anchor", "a tag", "a block scalar", "the next token", "parsing a node")
    if not any(thing in stop.context for thing in things):
        return None
    sign = stop.text_of(stop.begun[0])[stop.begun[1] : stop.begun[1] + 1]
    field = FIELD.match(stop.text_of(stop.begun[0]))
    repair = _quoted(field["value"], field["key"]) if field else QUOTE_ALL
    return Verdict(f"值不能以 {sign} 开头", repair, stop.begun)


def _plain_words(stop: Stop) -> Verdict | None:
    """Problems that need no looking around."""
    words = (
        ("mapping keys are not allowed", "值不能以 ? 开头", QUOTE_ALL),
        ("escape", "双引号里的反斜杠写法不对", "改用单引号，或把 \\ 写成 \\\\"),
        ("hexdecimal", "双引号里的反斜杠写法不对", "改用单引号，或把 \\ 写成 \\\\"),
        ("sequence entries are not allowed", "列表项与字段写在了同一行", "短横换到下一行，缩进两个空格"),
        ("did not find expected node content", "这里缺一个值，或多了一个逗号", "补上值，或删去多余的逗号"),
    )
    for part, message, repair in words:
        if part in stop.problem:
            return Verdict(message, repair, stop.spot)
    return None


# The first that has something to say is heard.
EXPLANATIONS: tuple[Callable[[Stop], Verdict | None], ...] = (
    _unclosed_quote,
    _slip,
    _colon_inside_brackets,
    _unfinished_bracket,
    _something_after_the_value,
    _colon_out_of_place,
    _no_colon,
    _misaligned,
    _plain_words,
    _sign_with_a_meaning,
)
