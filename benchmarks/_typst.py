"""Every JSON article of a folder by one reused Compiler: _typst.py FOLDER OUT system|own. Prints the CPU ms of the loop."""

import sys
import time
from pathlib import Path

import typst

folder, out, fonts = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
template = str(Path(__file__).with_name("_article.typ"))
compiler = typst.Compiler(root=str(Path(__file__).parent), ignore_system_fonts=fonts == "own")
start = time.process_time()
for path in sorted(folder.iterdir()):
    made = compiler.compile(template, format="pdf", sys_inputs={"article": path.read_text(encoding="utf-8")})
    (out / f"{path.stem}.pdf").write_bytes(made)
print((time.process_time() - start) * 1000)
