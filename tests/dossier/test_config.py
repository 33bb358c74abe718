"""What a project's settings may be, and what is said of others."""

from __future__ import annotations

import pytest

from claimcheck.dossier.config import parse_toml, read_config
from claimcheck.model import ArticlePolicy, Bindable, Config, Requirement, Status
from claimcheck.model.errors import ProjectError
from claimcheck.system.git import Blob, Commit
from claimcheck.system.overlay import EditedTree
from claimcheck.system.plain_files import MissingError
from support.trees import tree_of

OWN, SHARED = "claimcheck.toml", "pyproject.toml"
COUNT = "must be a whole number, 1 or more"
STATUSES = (
    "must be a list of supported, refuted, conflicting, self-attested, not-enough-evidence, "
    "unsourced"
)
NAMES = "min_origins, verdict, reviewed_by, status, signed_omissions, signature"
REQUIREMENT = f"must be a table with {NAMES}"
WORDS = "must be a list of texts, such as ['half true', 'misleading']"
PATTERNS = "must be a list of patterns of paths, such as ['articles/**/*.md']"
FILE = "must be the name of a file, in quotation marks"
FOLDER = "must be the name of a folder, in quotation marks"
OUTSIDE = 'the path must be relative, without empty parts, "." or ".."'


def read(text: str, name: str = OWN) -> Config | None:
    return read_config(tree_of({name: text}), name)


ABOVE = "it is no key of this table: write it above the first [table]"


@pytest.mark.parametrize(
    ("text", "config"),
    [
        ("", Config()),
        ("claims = 'facts/claims/'", Config(claims="facts/claims")),
        ("sources = 'a'\nreviews = 'b'", Config(sources="a", reviews="b")),
        ("min_origins = 1\nstale_after = 30", Config(min_origins=1, stale_after=30)),
        ("signers = 'keys/signers'", Config(signers="keys/signers")),
        ("ratings = ['half true']", Config(ratings=("half true",))),
        ("stamp_roots = []", Config()),
        ("rules = {a = 'off', b = 'note'}", Config(rules={"a": "off", "b": "note"})),
        ("rules = {malformed-file = 'note'}", Config(rules={"malformed-file": "note"})),
        ("allowable = ['a']", Config(allowable=("a",))),
        ("tour = true", Config(tour=True)),
        (
            "articles = ['a/*.md', 'b/c?.md', 'd.md']",
            Config(articles=("a/*.md", "b/c?.md", "d.md")),
        ),
        ("require = {}", Config()),
        ("[require]\nmin_origins = 1", Config(require=(Requirement(min_origins=1),))),
        ("[require]\nsignature = true", Config(require=(Requirement(signature=True),))),
        (
            "[require]\nstatus = ['supported', 'refuted']\nreviewed_by = 2\n[require.tags.a]",
            Config(
                require=(
                    Requirement(status=(Status.SUPPORTED, Status.REFUTED), reviewed_by=2),
                    Requirement(tag="a"),
                )
            ),
        ),
        (
            (
                "[article_policy]\ncoverage = 100\n[article_policy.folders.'a/*']\n"
                "bind = ['figure']\n"
                "status = ['supported']\n[article_policy.folders.'b/*']\ncoverage = 0"
            ),
            Config(
                article_policy=(
                    ArticlePolicy("", tuple(Bindable), 100),
                    ArticlePolicy("a/*", (Bindable.FIGURE,), 0, (Status.SUPPORTED,)),
                    ArticlePolicy("b/*", tuple(Bindable)),
                )
            ),
        ),
    ],
)
def test_settings_are_read(text: str, config: Config) -> None:
    assert read(text) == config


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("claims = ''", "claims: '' is no folder of this project: the path is empty"),
        ("claims = '/a'", f"claims: '/a' is no folder of this project: {OUTSIDE}"),
        ("sources = ['a']", f"sources: {FOLDER}"),
        ("signers = 1", f"signers: {FILE}"),
        ("signers = ''", f"signers: {FILE}"),
        ("signers = 'a/'", f"signers: 'a/' is no file of this project: {OUTSIDE}"),
        ("min_origins = true", f"min_origins: {COUNT}"),
        ("min_origins = 1.0", f"min_origins: {COUNT}"),
        ("stale_after = 0", f"stale_after: {COUNT}"),
        ("tour = 1", "tour: must be true or false"),
        ("ratings = 'a'", f"ratings: {WORDS}"),
        ("ratings = ['a', 1]", f"ratings: {WORDS}"),
        ("ratings = ['a', ' ']", f"ratings: {WORDS}"),
        ("rules = 1", "rules: must be a table of rule = level"),
        (
            "rules.malformed-file = 'off'",
            "rules: malformed-file cannot be off: what nobody can read is no dossier",
        ),
        (
            f"rules.{'x' * 80} = 1",
            f"rules: {'x' * 60}: the level must be one of error, warning, note, off",
        ),
        (
            "[rules]\nclaims = 'a'",
            "rules: claims is no rule, but a key of its own: write it above the first [table]",
        ),
        ("allowable = 'a'", "allowable: must be a list of rules"),
        ("allowable = [1]", "allowable: must be a list of rules"),
        ("allowable = ['malformed-file']", "allowable: no claim may silence malformed-file"),
        ("allowable = ['a', 'allow-added']", "allowable: no claim may silence allow-added"),
        ("allowable = ['allow-unused']", "allowable: no claim may silence allow-unused"),
        ("require = 1", f"require: {REQUIREMENT} or tags"),
        ("require.tags = 1", "require: tags: must be a table of tag = requirement"),
        ("require.tags.a = 1", f"require: tags.a: {REQUIREMENT}"),
        ("require.xyz = 1", f"require: unknown key 'xyz'; known keys: {NAMES}"),
        ("require.verdict = 'yes'", "require: verdict: must be true or false"),
        ("require.signature = 1", "require: signature: must be true or false"),
        ("require.status = ['supported', 'x']", f"require: status: {STATUSES}"),
        ("require.status = 'supported'", f"require: status: {STATUSES}"),
        ("require.min_origins = 0", f"require: min_origins and reviewed_by: {COUNT}"),
        (
            "require.tags.a.reviewed_by = 0",
            f"require: tags.a: min_origins and reviewed_by: {COUNT}",
        ),
        ("articles = ['a/*', 1]", f"articles: {PATTERNS}"),
        ("articles = ['*.md']", "articles: '*.md' must begin with the name of a folder"),
        ("articles = ['a?/b']", "articles: 'a?/b' must begin with the name of a folder"),
        ("articles = ['a/../b']", f"articles: 'a/../b' names no files here: {OUTSIDE}"),
        (
            "article_policy = 1",
            "article_policy: must be a table with bind, coverage, status or folders",
        ),
        (
            "article_policy.folders = 1",
            "article_policy: folders: must be a table of pattern = policy",
        ),
        (
            "article_policy.folders.'a/*' = 1",
            "article_policy: folders.a/*: must be a table with bind, coverage, status",
        ),
        (
            "article_policy.folders.'*'.coverage = 1",
            "article_policy: '*' must begin with the name of a folder",
        ),
        (
            "article_policy.xyz = 1",
            "article_policy: unknown key 'xyz'; known keys: bind, coverage, status",
        ),
        (
            "[article_policy]\nclaims = 'facts'",
            f"article_policy: unknown key 'claims'; {ABOVE}",
        ),
        ("article_policy.bnd = 1", "article_policy: unknown key 'bnd'; did you mean bind?"),
        (
            "article_policy.bind = 'figure'",
            "article_policy: bind: must be a list of quotation, figure, assertion",
        ),
        (
            "article_policy.bind = ['figures']",
            "article_policy: bind: must be a list of quotation, figure, assertion",
        ),
        *(
            (
                f"article_policy.coverage = {value}",
                "article_policy: coverage: must be a whole number from 0 to 100",
            )
            for value in ("-1", "101", "true", "1.0")
        ),
        ("article_policy.status = 'x'", f"article_policy: status: {STATUSES}"),
        ("article_policy.status = ['x']", f"article_policy: status: {STATUSES}"),
        (
            "sources = 'claims'",
            "claims: 'claims' is the folder of `sources`, or lies in it; each needs one of its own",
        ),
        (
            "claims = 'a'\nreviews = 'A/b/'",
            "reviews: 'A/b' is the folder of `claims`, or lies in it; each needs one of its own",
        ),
        ("xyz = 1", f"unknown key 'xyz'; known keys: {', '.join(Config.__dataclass_fields__)}"),
    ],
)
def test_what_no_setting_may_be_is_told(text: str, problem: str) -> None:
    with pytest.raises(ProjectError) as error:
        read(text)

    expected = f"{OWN}: {problem}"
    if "known keys: claims" not in problem:
        assert error.value.problems == (expected,)
    else:
        assert error.value.problems[0].startswith(expected.partition("claims, sources")[0])


def test_all_problems_are_told_up_to_a_number() -> None:
    for count, number_told in ((2, 2), (19, 19), (20, 21), (30, 21)):
        with pytest.raises(ProjectError) as error:
            read("".join(f"x{number} = 1\n" for number in range(count)))
        assert len(error.value.problems) == number_told
    assert error.value.problems[-1] == f"{OWN}: too many problems; the rest was not read"


@pytest.mark.parametrize(
    ("text", "config"),
    [
        ("", None),
        ("[tool.other]\nx = 1", None),
        ("[tool.claimcheck]", Config(file=SHARED)),
        ("[tool.claimcheck]\nclaims = 'a'", Config(claims="a", file=SHARED)),
    ],
)
def test_settings_may_stand_among_those_of_other_tools(text: str, config: Config | None) -> None:
    assert read(text, SHARED) == config


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tool = 1", "`tool` must be a table"),
        ("[tool]\nclaimcheck = 1", "[tool.claimcheck] must be a table"),
        ("[tool.claimcheck]\nclaims = 1", f"[tool.claimcheck]: claims: {FOLDER}"),
    ],
)
def test_what_is_wrong_in_a_shared_file_is_told(text: str, problem: str) -> None:
    with pytest.raises(ProjectError) as error:
        read(text, SHARED)

    assert error.value.problems == (f"{SHARED}: {problem}",)


def test_a_file_that_cannot_be_read_is_told_apart_from_none() -> None:
    with pytest.raises(MissingError):
        read_config(tree_of({}), OWN)
    with pytest.raises(MissingError):
        read_config(EditedTree(tree_of({}), {OWN: None}), OWN)
    with pytest.raises(ProjectError) as error:
        read_config(Commit("", {OWN: Blob("", "it is a symbolic link")}, lambda *_: None), OWN)
    assert error.value.problems == (f"{OWN}: cannot be read: it is a symbolic link",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"a = 1\n# \xff", "x:2: is not UTF-8"),
        (b"a = [", "x: is not well-formed TOML: Invalid value (at end of document)"),
        (b"a = 1\n<<<<<<< HEAD\nb = 2\n", "x:2: a merge conflict was left in the file"),
        (b"a" + b".a" * 201 + b" = 1", "x:1: more than 200 dots in one line"),
        (b"a = 1\nb = " + b"[" * 101, "x:2: brackets are nested too deeply"),
        (b"a = [\n" + b"[\n" * 100, "x:101: brackets are nested too deeply"),
        (b"a = " + b"[],[" * 60, "x:1: brackets are nested too deeply"),
        (b"a = " + b"{b=" * 101, "x:1: brackets are nested too deeply"),
        (b"a = 9" + b"9" * 5000, "x: cannot be read as TOML: Exceeds the limit (4300 digits) for "),
    ],
)
def test_what_would_keep_the_parser_busy_is_refused(text: bytes, problem: str) -> None:
    with pytest.raises(ProjectError) as error:
        parse_toml(text, "x")

    assert error.value.problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("\ufeffa = 1", {"a": 1}),
        ("a" + ".a" * 3 + " = 1", {"a": {"a": {"a": {"a": 1}}}}),
        ("a = '" + "." * 200 + "'", {"a": "." * 200}),
        ("# " + "." * 300 + "\n  # " + "[" * 300, {}),
        ("a = " + "[" * 100 + "]" * 100, None),
        ("a = [" + "[], " * 99 + "]", {"a": [[]] * 99}),
        ("a = [\n" + "  {},\n" * 300 + "]", {"a": [{}] * 300}),
    ],
)
def test_what_is_long_and_plain_is_read(text: str, parsed: object) -> None:
    value = parse_toml(text.encode(), "x")

    assert parsed is None or value == parsed
