#!/usr/bin/env python3
"""Makes small seeds for the fuzzer from the example plan, and a dictionary of words that the grammar
knows, so that mutations keep to whole characters: seeds.py FOLDER DICTIONARY

The first byte of a seed chooses the format (0 txt, 1 html, 2 docx), the rest is the file.
"""
import io
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

EXAMPLE = pathlib.Path(__file__).parent.parent / "Examples" / "shizhong-2023" / "plan.txt"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HARD = [
    "由2015年的98.4亿元增加到2020年的176.3亿元，年均增长12.4%。",
    "改造30\n\n余个老厂房，推进 8个项目约900亩的用地整理。",
    "失业率控制在5%—5.5%，压减开采量２１.５亿立方米，翻一番，近三成，三分之二，前三位。",
    "城镇和农村居民收入分别增长4%和6%左右，PM2.5浓度下降1,234.5微克/立方米。",
]

WORDS = (
    "增长 下降 分别 均 由 增加到 提高 占比 达到 新增 建成 力争 确保 预计 以上 以内 左右 不低于 超过 突破 控制在 余 近 约 "
    "% ％ 个百分点 亿元 万元 万人 家 个 公里 万平方米 微克/立方米 倍 位 翻一番 三分之二 百分之 十 百 千 万 亿 "
    "2022年 2023年 今年 五年 一、 （一） 1. 一是 世界500强 四上 十四五 ， 。 ； 、 — １２ 1,234"
).split()


def page(lines):
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<html><head><meta charset='utf-8'><title>计划</title></head><body><div>{body}</div></body></html>".encode()


def docx(lines):
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    xml = f"<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>"
    out = io.BytesIO()
    # Stored, not deflated: the fuzzer then changes words, not compressed bytes.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), xml)
    return out.getvalue()


def seeds():
    lines = [line for line in EXAMPLE.read_text(encoding="utf-8").split("\n") if line.strip()]
    texts = [*lines, *HARD, "\n\n".join(lines)]
    for text in texts:
        yield b"\x00" + text.encode()
    yield b"\x00" + b"\xef\xbb\xbf" + lines[2].encode()
    yield b"\x00" + lines[2].encode("gb18030")
    yield b"\x00" + lines[2].encode("utf-16")
    for chunk in (lines[:4], lines[4:8], HARD):
        yield b"\x01" + page(chunk)
        yield b"\x02" + docx(chunk)


def dictionary():
    """libFuzzer's form: one quoted word a line, its bytes escaped."""
    words = [*WORDS, "\n\n", "<p>", "</p>", "<td>", "&#x4e00;", "<w:p>", "<w:t>"]
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n' for word in words)


def main(folder, words):
    pathlib.Path(words).write_text(dictionary(), encoding="ascii")
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (folder / f"{number:03}").write_bytes(seed)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
