"""No widget is handed bare text to read as markup: `[/]` in a note must never end the app, nor `[@click=…]` act.

Where Textual reads markup, a call may get: a literal of ours without brackets, `Content`, what a function of ours
returns as `Content`, or anything at all beside `markup=False`.
"""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

UI = Path(__file__).parent.parent / "attune" / "ui"
MODULES = sorted(UI.rglob("*.py"))

READS_MARKUP = {
    "Static", "Label", "Button", "Checkbox", "RadioButton", "RadioSet", "OptionList", "Option", "SelectionList",
    "Selection", "Select", "Collapsible", "Tab", "TabPane", "Placeholder", "DataTable", "Tree", "ListItem",
    "notify", "update", "add_option", "add_options", "set_options", "add_row", "add_column", "add_columns",
    "set_label", "Tooltip", "with_tooltip",
}  # fmt: skip
"""Calls whose text arguments are read as markup."""
ASSIGNED = {"border_title", "border_subtitle", "tooltip", "label", "prompt"}
"""Attributes and keyword arguments that are read as markup."""
SAFE_TYPES = ("Content", "Text", "Visual", "Strip", "Option", "Widget", "int", "bool", "None")
PASSED_BY_NAME = {"content", "label", "prompt", "message", "title", "options", "tooltip", "placeholder"}


def content_functions(trees: Iterable[ast.AST]) -> set[str]:
    """Return the names of functions and properties that are annotated to return Content."""
    return {
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns and is_safe_type(node.returns)
    }


def is_safe_type(annotation: ast.expr) -> bool:
    """Return whether a type holds no bare text."""
    names = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    names |= {node.value for node in ast.walk(annotation) if isinstance(node, ast.Constant) and node.value is not None}
    return "str" not in names and bool(names & set(SAFE_TYPES))


class Finder(ast.NodeVisitor):
    """Collects the lines of one module where bare text is handed over."""

    def __init__(self, content_functions: set[str]) -> None:
        self.content_functions = content_functions
        self.safe_names: list[set[str]] = [set()]
        self.lines: list[int] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        self.safe_names.append({each.arg for each in arguments if each.annotation and is_safe_type(each.annotation)})
        self.generic_visit(node)
        self.safe_names.pop()

    visit_AsyncFunctionDef = visit_FunctionDef  # type: ignore[assignment]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if isinstance(node.target, ast.Name) and is_safe_type(node.annotation):
            self.safe_names[-1].add(node.target.id)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name) and self.is_safe(node.value):
                self.safe_names[-1].add(target.id)
            if isinstance(target, ast.Attribute) and target.attr in ASSIGNED and not self.is_safe(node.value):
                self.lines.append(node.lineno)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        literal = isinstance(keywords.get("markup"), ast.Constant) and keywords["markup"].value is False  # type: ignore[attr-defined]
        if name in READS_MARKUP and not literal and not is_of_a_mapping(node):
            handed = [*node.args[:1], *(value for key, value in keywords.items() if key in PASSED_BY_NAME)]
            if not all(self.is_safe(value) for value in handed):
                self.lines.append(node.lineno)
        self.generic_visit(node)

    def is_safe(self, value: ast.expr) -> bool:
        """Return whether a value can hold no markup but our own."""
        match value:
            case ast.Constant():
                return not (isinstance(value.value, str) and "[" in value.value)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="Content" | "Text"))):
                return getattr(value.func, "attr", "") != "from_markup" or isinstance(value.args[0], ast.Constant)
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                return name in ("Content", "Text", "Option") or name in self.content_functions
            case ast.Name(id=name):
                return any(name in scope for scope in self.safe_names)
            case ast.Attribute(attr=name):
                return name in self.content_functions
            case ast.IfExp():
                return self.is_safe(value.body) and self.is_safe(value.orelse)
            case ast.BoolOp():
                return all(map(self.is_safe, value.values))
            case ast.BinOp():
                return self.is_safe(value.left) and self.is_safe(value.right)
            case ast.List() | ast.Tuple():
                return all(map(self.is_safe, value.elts))
            case ast.ListComp() | ast.GeneratorExp():
                return self.is_safe(value.elt)
            case ast.Starred():
                return self.is_safe(value.value)
            case _:
                return False


def is_of_a_mapping(node: ast.Call) -> bool:
    """Return whether this is `super().notify(…)`, or `update` of something that is no widget."""
    if not isinstance(node.func, ast.Attribute):
        return False
    owner = ast.unparse(node.func.value)
    return owner == "super()" or owner.endswith(("_styles", "_options", "kept", "counts"))


def bare_text(tree: ast.AST, content_functions: set[str]) -> list[int]:
    """Return the lines that hand over text to be read as markup."""
    finder = Finder(content_functions)
    finder.visit(tree)
    return finder.lines


def test_no_widget_is_handed_bare_text() -> None:
    trees = {module.relative_to(UI).as_posix(): ast.parse(module.read_text("utf-8")) for module in MODULES}
    ours = content_functions(trees.values())
    assert ours
    assert [f"{place}:{line}" for place, tree in trees.items() for line in bare_text(tree, ours)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(note)",
        'Static(f"about {name}")',
        "Label(script.title)",
        'Static("[b]bold[/b]")',
        "self.notify(sentence)",
        "self.notify(one_line(sentence))",
        "self.query_one(Static).update(note)",
        "panel.border_title = script.title",
        "Button(label=word)",
        "OptionList(*[Option(line) for line in lines])",
        "Option(' · '.join(tags))",
        "Static(Content.from_markup(note))",
        "title = note\nStatic(title)",
        "def f(note: str):\n    Static(note)",
    ],
)
def test_bare_text_is_found(line: str) -> None:
    assert bare_text(ast.parse(line), set())


@pytest.mark.parametrize(
    "line",
    [
        'Static("Words to try")',
        "Static(id='title')",
        "Static(Content(note))",
        'Static(Content.assemble((note, "bold"), " · ", other))',
        'Static(Content.from_markup("to $name", name=name))',
        "Static(note, markup=False)",
        "self.notify(one_line(sentence), markup=False)",
        "panel.border_title = 'This moment' if editing else 'What is happening?'",
        "title = Content(note)\nStatic(title)",
        "def f(title: Content):\n    Static(title)",
        "OptionList(*[Option(Content(line)) for line in lines])",
    ],
)
def test_what_is_safe_is_let_be(line: str) -> None:
    assert bare_text(ast.parse(line), set()) == []
