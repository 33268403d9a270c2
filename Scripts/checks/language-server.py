#!/usr/bin/env python3
"""Checks `vggc lsp` with an independent client: pytest-lsp's, on pygls and lsprotocol, which check every message.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/checks/language-server.py FOLDER [PYTEST-ARGUMENT...]

FOLDER holds the built `vggc`, such as .build/debug. Exit status: 0 all agree, 1 not, 64 usage error, 69 a module is
not installed.
"""

import asyncio
import os
import pathlib
import subprocess
import sys

try:
    import pygls.exceptions
    import pytest
    import pytest_lsp
    from lsprotocol import types
except ImportError as error:
    print(f"not installed for this Python: {error.name}", file=sys.stderr)
    sys.exit(69)

VGGC = os.environ.get("VGGC_UNDER_TEST", "vggc")
BROKEN = """\
# 한국어 설명 🧠
name: 사진
input: [3, 64, 64]
features: [64, 64, M, 128, 128, M]
avgpool: [4, 4]
classifier:
  - linear: {in: 25088, out: 10} # 🇰🇷 too many
"""
SOUND = BROKEN.replace("25088", "2048")


# MARK: A client

async def started(encodings=None, pulls=False, folder=None):
    client = pytest_lsp.make_test_lsp_client()
    await client.start_io(VGGC, "lsp")
    capabilities = pytest_lsp.client_capabilities("visual-studio-code")
    capabilities.general.position_encodings = encodings
    capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities() if pulls else None
    client.initialized_as = await client.initialize_session(types.InitializeParams(
        capabilities=capabilities, root_uri=None,
        workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="folder")] if folder else None))
    return client


@pytest.fixture
def using():
    """Runs `body` with a client, and ends the server by the protocol."""

    def run(body, encodings=None, **options):
        async def session():
            client = await started(encodings, **options)
            try:
                await body(client)
            finally:
                await client.shutdown_session()

        asyncio.run(asyncio.wait_for(session(), 120))

    return run


def opened(client, path, text):
    uri = path.as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(
        text_document=types.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text)))
    return uri


async def diagnostics(client, uri):
    await client.wait_for_notification("textDocument/publishDiagnostics")
    while uri not in client.diagnostics:
        await client.wait_for_notification("textDocument/publishDiagnostics")
    return client.diagnostics[uri]


def changed(client, uri, version, text, range_=None):
    change = (types.TextDocumentContentChangePartial(range=range_, text=text) if range_
              else types.TextDocumentContentChangeWholeDocument(text=text))
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=version), content_changes=[change]))


def at(uri, line, character):
    return {"text_document": types.TextDocumentIdentifier(uri=uri),
            "position": types.Position(line=line, character=character)}


def span(line, start, end):
    return types.Range(start=types.Position(line=line, character=start), end=types.Position(line=line, character=end))


def place(text, needle, unit):
    """Line, and characters before it in the line, in the unit that the client and the server count in."""
    line = text[:text.index(needle)].count("\n")
    before = text.split("\n")[line].split(needle)[0]
    return line, {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2,
                  "utf-32": len(before)}[unit]


# MARK: Tests

@pytest.mark.parametrize("encodings, unit", [
    (None, "utf-16"), (["utf-16"], "utf-16"), (["utf-8", "utf-16"], "utf-8"), (["utf-32", "utf-16"], "utf-32")])
def test_positions(using, tmp_path, encodings, unit):
    text = "# 한국어 🧠\n{name: '🧠 뇌', features: [4, M], clases: 3}\n"
    width = {"utf-8": 4, "utf-16": 2, "utf-32": 1}[unit]

    async def body(client):
        assert client.initialized_as.capabilities.position_encoding == types.PositionEncodingKind(unit)
        uri = opened(client, tmp_path / "가 나.yaml", text)
        line, start = place(text, "clases", unit)
        found = [d.range for d in await diagnostics(client, uri) if d.code == "unknown-key"]
        assert found == [span(line, start, start + 6)]
        # An edit of a character that has two UTF-16 units and four bytes.
        line, brain = place(text, "🧠 뇌", unit)
        client.diagnostics.clear()
        changed(client, uri, 2, "", span(line, brain, brain + width))
        found = [d.range for d in await diagnostics(client, uri) if d.code == "unknown-key"]
        assert found == [span(line, start - width, start + 6 - width)]

    using(body, encodings)


def test_a_mistake_from_its_report_to_its_fix(using, tmp_path):
    async def body(client):
        uri = opened(client, tmp_path / "photos.yaml", BROKEN)
        found = await diagnostics(client, uri)
        errors = [d for d in found if d.severity == types.DiagnosticSeverity.Error]
        assert [d.code for d in errors] == ["linear-input-mismatch"]
        assert errors[0].range == span(6, 17, 22)
        assert "128 x 4 x 4 = 2048" in errors[0].message
        assert errors[0].related_information[0].location.range.start.line == 4
        actions = await client.text_document_code_action_async(types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=uri), range=errors[0].range,
            context=types.CodeActionContext(diagnostics=errors)))
        fix = next(a for a in actions if a.kind == types.CodeActionKind.QuickFix)
        assert fix.title == "replace 25088 with 2048"
        assert list(fix.edit.changes[uri]) == [types.TextEdit(range=span(6, 17, 22), new_text="2048")]
        everything = [a for a in actions if a.kind == types.CodeActionKind.SourceFixAll]
        assert len(everything) == 1
        client.diagnostics.clear()
        changed(client, uri, 2, "2048", span(6, 17, 22))
        assert [d for d in await diagnostics(client, uri) if d.severity == types.DiagnosticSeverity.Error] == []

    using(body)


def test_hints_up_to_the_first_error(using, tmp_path):
    async def body(client):
        uri = opened(client, tmp_path / "photos.yaml", BROKEN)
        await diagnostics(client, uri)
        hints = await client.text_document_inlay_hint_async(types.InlayHintParams(
            text_document=types.TextDocumentIdentifier(uri=uri), range=types.Range(
                start=types.Position(line=0, character=0), end=types.Position(line=99, character=0))))
        assert [(h.position.line, h.label) for h in hints] == [
            (3, "-> 64x64x64"), (3, "-> 64x64x64"), (3, "-> 64x32x32"), (3, "-> 128x32x32"), (3, "-> 128x32x32"),
            (3, "-> 128x16x16"), (4, "-> 128x4x4"), (5, "128 * 4 * 4 = 2,048")]
        assert hints[0].position.character == len("features: [64")

    using(body)


def test_hover_matches_explain(using, tmp_path):
    path = tmp_path / "photos.yaml"
    path.write_text(SOUND)

    async def body(client):
        uri = opened(client, path, SOUND)
        hover = await client.text_document_hover_async(types.HoverParams(**at(uri, 3, len("features: [64, 64, M, 1"))))
        assert hover.range == span(3, len("features: [64, 64, M, "), len("features: [64, 64, M, 128"))
        explained = subprocess.run([VGGC, "explain", str(path)], capture_output=True, text=True,
                                   env={**os.environ, "COLUMNS": "88"}).stdout
        shown = hover.contents.value.removeprefix("```text\n").removesuffix("```")
        assert "conv2_1  conv3-128" in shown
        assert all(block.strip("\n") in explained for block in shown.split("\n\n")), shown
        key = await client.text_document_hover_async(types.HoverParams(**at(uri, 4, 2)))
        assert "adaptive average pooling" in key.contents.value
        nothing = await client.text_document_hover_async(types.HoverParams(**at(uri, 0, 3)))
        assert nothing is None

    using(body)


def test_completion(using, tmp_path):
    async def labels(client, uri, version, text):
        changed(client, uri, version, text)
        line = text.count("\n")
        items = await client.text_document_completion_async(
            types.CompletionParams(**at(uri, line, len(text.split("\n")[-1]))))
        return {item.label: item for item in items}

    async def body(client):
        uri = opened(client, tmp_path / "new.yaml", "")
        items = await labels(client, uri, 2, "")
        assert {"features", "extends", "classifier", "batch_norm"} <= set(items)
        assert items["batch_norm"].documentation.value.startswith("Whether there is batch normalisation")
        assert "name" not in await labels(client, uri, 3, "name: a\n")
        assert {"M", "LRN", "maxpool", "conv3-64", "{conv: …}"} <= set(await labels(client, uri, 4, "features: [64, "))
        assert set(await labels(client, uri, 5, "features: [{conv: 64, ")) == {
            "in", "kernel", "stride", "padding", "dilation", "groups", "bias", "batch_norm", "activation"}
        assert {"true", "false"} == set(await labels(client, uri, 6, "batch_norm: "))
        assert {"D", "vgg16_bn"} <= set(await labels(client, uri, 7, "extends: "))
        assert {"dense", "hidden", "dropout"} == set(await labels(client, uri, 8, "classifier:\n  classes: 10\n  "))
        items = await labels(client, uri, 9, "features: &f [64]\nx: *")
        assert items["*f"].text_edit.range == span(1, 3, 4)

    using(body)


def test_definitions(using, tmp_path):
    base = tmp_path / "base.yaml"

    async def body(client):
        text = "extends: base.yaml\nname: &n a\nlabels: *n\n"
        uri = opened(client, tmp_path / "a.yaml", text)
        alias = await client.text_document_definition_async(types.DefinitionParams(**at(uri, 2, 9)))
        assert alias.range == span(1, 6, 8)
        assert await client.text_document_definition_async(types.DefinitionParams(**at(uri, 0, 12))) is None
        base.write_text("features: [64, M]\n")
        found = await client.text_document_definition_async(types.DefinitionParams(**at(uri, 0, 12)))
        assert found.uri == base.as_uri()
        changed(client, uri, 2, "extends: vgg16\n")
        found = await client.text_document_definition_async(types.DefinitionParams(**at(uri, 0, 12)))
        assert "features: [64, 64, M" in pathlib.Path(found.uri.removeprefix("file://")).read_text()

    os.environ["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    using(body)


def test_unsaved_text_of_another_document(using, tmp_path):
    async def body(client):
        own = opened(client, tmp_path / "own.yaml", "extends: base.yaml\nclassifier: {classes: 3}\n")
        assert [d.code for d in await diagnostics(client, own)] == ["unknown-base"]
        client.diagnostics.clear()
        base = opened(client, tmp_path / "base.yaml", "input: [3, 8, 8]\nfeatures: [4, M]\n")
        while own not in client.diagnostics or base not in client.diagnostics:
            await client.wait_for_notification("textDocument/publishDiagnostics")
        assert client.diagnostics[own] == [] or client.diagnostics[own][0].code == "large-classifier"
        client.diagnostics.clear()
        changed(client, base, 2, "input: [3, 8, 8]\nfeatures: [4, X]\n")
        while own not in client.diagnostics:
            await client.wait_for_notification("textDocument/publishDiagnostics")
        assert client.diagnostics[own][0].code == "unknown-element"
        assert client.diagnostics[own][0].range == span(0, 9, 18)

    using(body)


def test_outline_and_formatting(using, tmp_path):
    async def body(client):
        uri = opened(client, tmp_path / "photos.yaml", SOUND.replace("[64, 64, M", "[64,64,  M"))
        document = types.TextDocumentIdentifier(uri=uri)
        symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(text_document=document))
        assert [s.name for s in symbols] == ["name", "input", "features", "avgpool", "classifier"]
        assert [s.name for s in symbols[2].children][:3] == ["conv1_1", "conv1_2", "pool1"]
        edits = await client.text_document_formatting_async(types.DocumentFormattingParams(
            text_document=document, options=types.FormattingOptions(tab_size=2, insert_spaces=True)))
        assert len(edits) == 1
        assert edits[0].range.start.line == 3

    using(body)


SEVERAL = """\
# Two networks
# of one family
input: [3, 32, 32]
classifier: {hidden: [], classes: 10}
models:
  small: &s [8, M, {conv: 16, kernel: 5}, LRN]
  large:
    features: *s
    labels: names.txt
"""


def test_requested_diagnostics(using, tmp_path):
    async def body(client):
        provider = client.initialized_as.capabilities.diagnostic_provider
        assert provider.inter_file_dependencies and not provider.workspace_diagnostics
        uri = opened(client, tmp_path / "photos.yaml", BROKEN)
        document = types.TextDocumentIdentifier(uri=uri)
        report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(text_document=document))
        assert [d.code for d in report.items if d.severity == types.DiagnosticSeverity.Error] == ["linear-input-mismatch"]
        same = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(
            text_document=document, previous_result_id=report.result_id))
        assert isinstance(same, types.RelatedUnchangedDocumentDiagnosticReport)
        assert same.result_id == report.result_id
        assert client.diagnostics == {}

    using(body, pulls=True)


def test_names(using, tmp_path):
    (tmp_path / "names.txt").write_text("a\n" * 10)

    async def body(client):
        uri = opened(client, tmp_path / "several.yaml", SEVERAL)
        document = types.TextDocumentIdentifier(uri=uri)
        found = await client.text_document_references_async(types.ReferenceParams(
            **at(uri, 7, 15), context=types.ReferenceContext(include_declaration=True)))
        assert [place.range for place in found] == [span(5, 10, 11), span(7, 15, 16)]
        found = await client.text_document_document_highlight_async(types.DocumentHighlightParams(**at(uri, 7, 15)))
        assert [place.kind for place in found] == [types.DocumentHighlightKind.Write, types.DocumentHighlightKind.Read]
        target = await client.text_document_prepare_rename_async(types.PrepareRenameParams(**at(uri, 5, 4)))
        assert target == types.PrepareRenamePlaceholder(range=span(5, 2, 7), placeholder="small")
        edit = await client.text_document_rename_async(types.RenameParams(**at(uri, 7, 15), new_name="base"))
        assert edit.document_changes[0].text_document.version == 1
        assert [e.new_text for e in edit.document_changes[0].edits] == ["base", "base"]
        try:
            await client.text_document_rename_async(types.RenameParams(**at(uri, 5, 4), new_name="large"))
            raise AssertionError("the name is taken")
        except pygls.exceptions.JsonRpcException as error:
            assert error.code == -32803 and "already has a model" in str(error)
        links = await client.text_document_document_link_async(types.DocumentLinkParams(text_document=document))
        assert [link.target for link in links] == [(tmp_path / "names.txt").as_uri()]
        (tmp_path / "other.yaml").write_text("name: Elsewhere\nfeatures: [8]\n")
        symbols = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="el"))
        assert [symbol.name for symbol in symbols] == ["Elsewhere"]
        symbols = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query=""))
        assert [symbol.name for symbol in symbols] == ["Elsewhere", "small", "large"]

    using(body, folder=tmp_path)


def test_structure(using, tmp_path):
    async def body(client):
        uri = opened(client, tmp_path / "several.yaml", SEVERAL)
        document = types.TextDocumentIdentifier(uri=uri)
        folds = await client.text_document_folding_range_async(types.FoldingRangeParams(text_document=document))
        assert [(fold.start_line, fold.end_line) for fold in folds] == [(0, 1), (4, 8), (6, 8)]
        selections = await client.text_document_selection_range_async(types.SelectionRangeParams(
            text_document=document, positions=[types.Position(line=5, character=27)]))
        ranges, selection = [], selections[0]
        while selection:
            ranges.append(selection.range)
            selection = selection.parent
        assert ranges[:3] == [span(5, 26, 28), span(5, 20, 28), span(5, 20, 39)]
        tokens = await client.text_document_semantic_tokens_full_async(
            types.SemanticTokensParams(text_document=document))
        legend = client.initialized_as.capabilities.semantic_tokens_provider.legend.token_types
        assert [legend[kind] for kind in tokens.data[3::5]] == ["function", "keyword", "function", "decorator"]
        lenses = await client.text_document_code_lens_async(types.CodeLensParams(text_document=document))
        assert [(lens.range.start.line, lens.command.title.split()[1]) for lens in lenses] == [(5, "parameters,")]
        edits = await client.text_document_range_formatting_async(types.DocumentRangeFormattingParams(
            text_document=document, range=span(3, 0, 99),
            options=types.FormattingOptions(tab_size=2, insert_spaces=True)))
        assert list(edits) == []

    using(body)


def test_fast_typing_does_not_queue(using, tmp_path):
    async def body(client):
        uri = opened(client, tmp_path / "photos.yaml", SOUND)
        await diagnostics(client, uri)
        for version in range(2, 302):
            changed(client, uri, version, "M" if version % 2 else "MM", span(3, 19, 21 if version % 2 else 20))
        hover = await client.text_document_hover_async(types.HoverParams(**at(uri, 3, 12)))
        assert hover is not None

    using(body)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    vggc = pathlib.Path(sys.argv[1]).resolve() / "vggc"
    os.environ["VGGC_UNDER_TEST"] = str(vggc)
    status = pytest.main([__file__, "-q", "-p", "no:cacheprovider", *sys.argv[2:]])
    sys.exit(0 if status == 0 else 1)
