"""The cache: never a wrong answer, never a failure, never in a project."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.__main__ import main
from claimcheck.cli import replay
from claimcheck.system import cache, recording
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.system.recording import Recording, RecordingTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The bridge was closed on Monday. Nobody was hurt. The council met on Tuesday.\n"
FILES: dict[str, str | bytes] = {
    "claims/closed.yaml": "claim: The bridge was closed.\nevidence:\n  - source: daily\n"
    "    stance: supports\n    quote: The bridge was closed on Monday.\n",
    "sources/daily.yaml": "title: Daily\npublisher: Daily\nfile: daily.txt\n",
    "sources/daily.txt": TEXT,
}

MANY = 1600  # enough for two processes


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a cache of its own."""
    folder = tmp_path_factory.mktemp("own") / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str] | None]:
    """Watch what is recalled; nothing is replaced."""
    answers: list[tuple[int, str] | None] = []
    recall = replay.replay

    def watched(key: str) -> tuple[int, str] | recording.Answers | None:
        recalled = recall(key)
        answers.append(recalled if isinstance(recalled, tuple) else None)
        return recalled

    monkeypatch.setattr(replay, "replay", watched)
    return answers


@pytest.mark.parametrize("command", [("check",), ("list",), ("show", "closed")])
def test_an_unchanged_project_is_answered_from_the_cache(
    run: Run,
    write: Write,
    own: Path,
    counted: list[tuple[int, str] | None],
    command: tuple[str, ...],
) -> None:
    root = write(FILES)

    first = run("-C", root, *command)
    second = run("-C", root, *command)

    assert second == first
    assert counted == [None, (first.status, first.out)]
    assert own.is_dir()


@pytest.mark.parametrize("command", [("--help",), ("-h",), ("list", "--help"), ("quote", "-h")])
def test_help_is_answered_from_the_cache(
    run: Run, own: Path, counted: list[tuple[int, str] | None], command: tuple[str, ...]
) -> None:
    first, second = run(*command), run(*command)

    assert first.status == 0
    assert second == first == run(*command, "--no-cache")
    assert counted[:2] == [None, (first.status, first.out)]
    assert own.is_dir()


@pytest.mark.parametrize(
    "change",
    [
        {"claims/closed.yaml": "claim: The bridge was closed.\n"},
        {"claims/more.yaml": "claim: More.\n"},
        {"sources/daily.txt": TEXT.replace("Monday", "Friday")},
        {"sources/loose.txt": TEXT},
        {"claimcheck.toml": "[rules]\nno-evidence = 'off'\n"},
        {"claimcheck-baseline.json": "{}"},
        {"sources/parties.yaml": "daily: {name: Daily}\n"},
    ],
)
def test_whatever_a_check_reads_makes_it_look_again(
    run: Run, write: Write, own: Path, change: dict[str, str | bytes]
) -> None:
    root = write(FILES)
    run("-C", root, "check")

    write({**FILES, **change})
    second = run("-C", root, "check")

    assert own.is_dir()
    assert second == run("-C", root, "check", "--no-cache")


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    "path", ["claims/closed.yaml", "claims/n999.yaml", "claims/too-large.yaml"]
)
def test_what_a_second_process_read_makes_a_check_look_again(
    write: Write, forked: list[str], path: str
) -> None:
    many = {f"claims/n{number}.yaml": FILES["claims/closed.yaml"] for number in range(MANY)}
    root = write({**FILES, **many, "claims/too-large.yaml": "claim: more\n" * 200_000})
    command = ["check", "-q", "-C", str(root)]
    environment = {**os.environ, "COLUMNS": "80"}

    first = subprocess.run(
        [*forked, *command],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    answer = _recalled(command, environment)
    (root / path).write_text("claim: Nobody says so.\n")

    assert answer == f"1 {first.stdout}"
    assert _recalled(command, environment) == "nothing"


def _recalled(command: list[str], environment: dict[str, str]) -> str:
    """Return the answer that would be repeated, and its status."""
    script = (
        "import sys\nfrom claimcheck.cli import replay\n"
        "answer = replay.replay(replay.command_key(sys.argv[1:]))\n"
        "sys.stdout.write(f'{answer[0]} {answer[1]}' if isinstance(answer, tuple) else 'nothing')\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *command],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    ).stdout


@pytest.mark.usefixtures("own")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set")
def test_an_answer_is_not_repeated_on_another_day(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At any moment it is another day in the far west than in the far east."""
    days = {}
    for zone in ("Etc/GMT+12", "Etc/GMT-14"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        days[zone] = time.strftime("%Y-%m-%d")
    claim = str(FILES["claims/closed.yaml"]) + f"review_by: {days['Etc/GMT+12']}\n"
    root = write({**FILES, "claims/closed.yaml": claim})
    outdated = {}
    try:
        for zone in days:
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            outdated[zone] = "claim-stale" in run("-C", root, "check").out
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()

    assert outdated == {"Etc/GMT+12": False, "Etc/GMT-14": True}


@pytest.mark.usefixtures("own")
def test_an_answer_is_not_repeated_in_another_folder(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    clean = root / "clean"
    for path in ("claims", "sources"):
        (clean / path).mkdir(parents=True)
    (clean / "claimcheck.toml").write_text("")
    answers = []
    for folder in (root, clean):
        monkeypatch.chdir(folder)
        answers.append(run("check").out)

    assert answers[0] != answers[1]


@pytest.mark.usefixtures("own")
def test_a_command_line_is_another_one_in_another_folder(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a command reads: no answer may be looked for among those of another folder."""
    root = write(FILES)
    keys = set()
    for folder in (root, root / "claims", root / "sources"):
        monkeypatch.chdir(folder)
        keys.add(replay.command_key(["check", "-C", str(root)]))

    assert len(keys) == 3
    assert "" not in keys


@pytest.mark.usefixtures("own")
def test_an_answer_is_not_repeated_in_another_width(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({**FILES, "claims/none.yaml": "claim: A claim that is so long that it wraps.\n"})
    answers = []
    for columns in ("200", "50"):
        monkeypatch.setenv("COLUMNS", columns)
        answers.append(run("-C", root, "check").out)

    assert answers[0] != answers[1]


@pytest.mark.usefixtures("own")
def test_an_answer_is_not_repeated_under_another_bound_on_documents(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({**FILES, "sources/scan.pdf": b"%PDF-1.4"})
    (root / "sources/scan.yaml").write_text(f"title: A scan\nfile: scan.pdf\nsha256: {'0' * 64}\n")
    refused = {}
    for gibibytes in ("1", "0", "1"):
        monkeypatch.setenv("CLAIMCHECK_MAX_GIB", gibibytes)
        refused[gibibytes] = "CLAIMCHECK_MAX_GIB" in run("-C", root, "check").out

    assert refused == {"1": False, "0": True}


@pytest.mark.usefixtures("own")
def test_an_answer_is_not_repeated_by_another_build(
    run: Run,
    write: Write,
    counted: list[tuple[int, str] | None],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Libraries that were installed meanwhile may say something else."""
    root = write(FILES)
    first = run("-C", root, "check")
    run("-C", root, "check")
    monkeypatch.syspath_prepend(str(tmp_path_factory.mktemp("other") / "site-packages"))
    cache.build.cache_clear()
    try:
        run("-C", root, "check")
    finally:
        cache.build.cache_clear()

    assert counted == [None, (first.status, first.out), None]


def test_content_counts_and_not_dates(
    run: Run, write: Write, own: Path, counted: list[tuple[int, str] | None]
) -> None:
    root = write(FILES)
    run("-C", root, "check")
    for path in root.rglob("*"):
        os.utime(path, (1, 1))

    run("-C", root, "check")

    assert own.is_dir()
    assert counted[-1] is not None


def test_a_file_that_moves_its_end_to_the_next_is_a_change(write: Write) -> None:
    """Answers are hashed one behind the other, so each must say where it ends."""
    root = write({"claims/a.yaml": "ab", "claims/b.yaml": "c"})
    noted = Recording()
    tree = RecordingTree(Folder(root), root, noted)
    for name in ("a", "b"):
        tree.read(f"claims/{name}.yaml")
    text = noted.text()
    assert text is not None
    assert recording.ask(text).unchanged

    write({"claims/a.yaml": "a", "claims/b.yaml": "bc"})

    assert not recording.ask(text).unchanged


@pytest.mark.parametrize("path", ["claims/gone.yaml", "../outside", "claims", "claims/\u202e.yaml"])
def test_refusals_are_answers_too(write: Write, path: str) -> None:
    root = write(FILES)
    noted = Recording()
    with pytest.raises(RefusedError):
        RecordingTree(Folder(root), root, noted).read(path)

    text = noted.text()

    assert text is not None
    assert recording.ask(text).unchanged


def test_a_missing_file_that_appears_is_a_change(write: Write) -> None:
    root = write(FILES)
    noted = Recording()
    with pytest.raises(RefusedError):
        RecordingTree(Folder(root), root, noted).read("claims/new.yaml")
    text = noted.text()

    write({"claims/new.yaml": "claim: New.\n"})

    assert text is not None
    assert not recording.ask(text).unchanged


@pytest.mark.parametrize("first", ["digest", "read"])
@pytest.mark.parametrize("then", ["digest", "read"])
@pytest.mark.parametrize("change", ["Anew.\n", None])
def test_what_changes_while_it_is_read_is_not_kept(
    write: Write, first: str, then: str, change: str | None
) -> None:
    root = write(FILES)
    noted = Recording()
    tree = RecordingTree(Folder(root), root, noted)
    getattr(tree, first)("sources/daily.txt")
    assert noted.consistent

    if change is None:
        (root / "sources/daily.txt").unlink()
    else:
        write({"sources/daily.txt": change})
    with contextlib.suppress(RefusedError):
        getattr(tree, then)("sources/daily.txt")

    assert not noted.consistent
    assert noted.text() is None


def test_a_file_too_large_to_read_has_a_hash_all_the_same(write: Write) -> None:
    root, noted = write(FILES), Recording()
    tree = RecordingTree(Folder(root), root, noted)

    tree.digest("sources/daily.txt")
    with pytest.raises(RefusedError, match="larger than 10 bytes"):
        tree.read("sources/daily.txt", 10)

    assert noted.consistent


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "grown"])
def test_a_damaged_entry_is_no_entry(run: Run, write: Write, own: Path, damage: str) -> None:
    root = write(FILES)
    first = run("-C", root, "check")
    for path, _size, _time in list(cache.entries()):
        _damage(path, damage)

    assert run("-C", root, "check") == first
    assert own.is_dir()


@pytest.mark.usefixtures("own")
def test_an_entry_with_one_other_letter_is_no_entry() -> None:
    """Nor is one whose seal is that of nothing."""
    cache.put("results", "key", b"0 no findings")
    assert cache.get("results", "key") == b"0 no findings"
    path = Path(cache.folder(), "results", "key")

    path.write_bytes(path.read_bytes().replace(b"no findings", b"no fundings"))

    assert cache.get("results", "key") is None


def test_entries_that_changed_places_are_no_entries(
    run: Run, write: Write, own: Path, tmp_path: Path
) -> None:
    """What one project came to is never another's answer, whatever was copied where."""
    write({f"one/{name}": content for name, content in {**FILES, "claimcheck.toml": ""}.items()})
    write({f"two/{name}": content for name, content in {**FILES, "claimcheck.toml": ""}.items()})
    (tmp_path / "two/claims/more.yaml").write_text("claim: More.\n")
    first = {name: run("-C", tmp_path / name, "check") for name in ("one", "two")}
    entries = {name: sorted((own / name).iterdir()) for name in ("results", "recordings", "states")}
    for paths in entries.values():
        contents = [path.read_bytes() for path in paths]
        for path, data in zip(paths, contents[1:] + contents[:1], strict=True):
            path.write_bytes(data)

    assert first["one"] != first["two"]
    for name, result in first.items():
        assert run("-C", tmp_path / name, "check") == result


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
@pytest.mark.parametrize("thing", ["pipe", "folder", "endless", "sealed", "sealed-trace"])
def test_what_is_no_entry_is_not_taken_for_one(
    run: Run, write: Write, own: Path, thing: str
) -> None:
    root = write(FILES)
    first = run("-C", root, "check")
    for path, _size, _time in list(cache.entries()):
        entry = Path(path)
        if thing.startswith("sealed"):
            number = "0 " if thing == "sealed-trace" and entry.parent.name == "results" else ""
            name = min((own / "recordings").iterdir()).name
            cache.put(entry.parent.name, entry.name, f"{number}{name}\nfile\nlist\t".encode())
            continue
        entry.unlink()
        if thing == "pipe":
            os.mkfifo(entry)
        elif thing == "folder":
            entry.mkdir()
        else:
            entry.symlink_to("/dev/zero")

    assert run("-C", root, "check") == first


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_changes_no_answer(write: Write, own: Path, forked: list[str]) -> None:
    import resource  # not on Windows

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))

    process = subprocess.run(
        [*forked, "check"],
        cwd=write(FILES),
        capture_output=True,
        check=False,
        preexec_fn=no_room,
    )

    assert (process.returncode, process.stderr) == (0, b"")
    assert [path.name for path in own.rglob("*") if path.is_file()] in ([], [cache.TAG])


def test_many_at_once_say_the_same(write: Write, own: Path, forked: list[str]) -> None:
    command = [*forked, "check"]
    root = write(FILES)
    processes = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) for _ in range(4)]

    outputs = {process.communicate()[0] for process in processes}

    assert len(outputs) == 1
    assert all(process.returncode == 0 for process in processes)
    assert not list(own.rglob(".*"))


def _damage(path: str, kind: str) -> None:
    with open(path, "r+b") as file:  # noqa: PTH123 - changed in place
        data = file.read()
        file.seek(0)
        middle = len(data) // 2
        changed = {
            "cut": data[:middle],
            "flipped": data[:middle]
            + bytes(byte ^ 1 for byte in data[middle : middle + 1])
            + data[middle + 1 :],
            "emptied": b"",
            "grown": data + b"\n",
        }
        file.write(changed[kind])
        file.truncate()


def test_a_cache_in_a_project_is_not_used(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pull request could bring one that says that all is well."""
    root = write(FILES)
    monkeypatch.setenv(cache.VARIABLE, str(root / ".cache"))

    run("-C", root, "check")
    run("-C", root, "check")

    assert not list(cache.entries())
    assert not (root / ".cache").exists()


FALSE = FILES["claims/closed.yaml"].replace("on Monday", "on Sunday")  # type: ignore[arg-type]


def forged(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that says that all is well with a project in which a quotation is false."""
    folder = root.parent / f"{root.name}-forged"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    run("-C", root, "check")
    for result in (folder / "results").iterdir():
        stored = cache.get("results", result.name) or b""
        status, _, rest = stored.partition(b" ")
        assert status == b"1"
        cache.put("results", result.name, b"0 " + rest.partition(b"\n")[0] + b"\nall is well\n")
    assert run("-C", root, "check").out == "all is well\n", "the forgery does not work"
    return folder


@pytest.mark.parametrize("marker", ["claimcheck.toml", "pyproject.toml", ".git", ".hg", ".jj"])
def test_a_forged_cache_that_comes_with_a_checkout_is_not_used(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marker: str
) -> None:
    """The dossier lies in one folder of the repository, the cache in another."""
    for name, content in {**FILES, "claims/closed.yaml": FALSE, "claimcheck.toml": ""}.items():
        path = tmp_path / "repository" / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)  # type: ignore[arg-type]
    repository = tmp_path / "repository"
    folder = forged(run, repository / "facts", monkeypatch)
    shutil.copytree(folder, repository / "tools" / "cache")
    (repository / marker).touch()
    monkeypatch.setenv(cache.VARIABLE, str(repository / "tools" / "cache"))

    assert run("-C", repository / "facts", "check").status == 1


def test_a_forged_cache_that_a_link_of_the_checkout_leads_to_is_not_used(
    run: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    root = write({**FILES, "claims/closed.yaml": FALSE})
    folder = forged(run, root, monkeypatch)
    shutil.copytree(folder, root / "cache")
    link = tmp_path_factory.mktemp("user") / "cache"
    link.symlink_to(root / "cache")
    monkeypatch.setenv(cache.VARIABLE, str(link))

    assert run("-C", root, "check").status == 1


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such owners there")
def test_a_cache_that_belongs_to_somebody_else_is_not_used(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({**FILES, "claims/closed.yaml": FALSE})
    forged(run, root, monkeypatch)
    another = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: another)

    assert run("-C", root, "check").status == 1


def test_nothing_is_left_in_a_project_that_is_the_home_folder(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(root))
    before = sorted(root.rglob("*"))

    run("-C", root, "check")

    assert sorted(root.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_a_cache_that_others_may_write_is_not_used(
    run: Run, write: Write, own: Path, counted: list[tuple[int, str] | None]
) -> None:
    root = write(FILES)
    run("-C", root, "check")
    own.chmod(0o777)

    run("-C", root, "check")

    assert counted == [None, None]


def test_a_folder_with_other_files_is_neither_used_nor_emptied(
    run: Run, write: Write, own: Path
) -> None:
    own.mkdir()
    (own / "thesis.txt").write_text("years of work")

    run("-C", write(FILES), "check")
    run("cache", "--clear")

    assert [path.name for path in own.iterdir()] == ["thesis.txt"]


def test_a_cache_that_cannot_be_made_changes_nothing(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "cache"))

    assert run("-C", root, "check") == run("-C", root, "check", "--no-cache")


def test_without_the_cache_nothing_is_kept(run: Run, write: Write, own: Path) -> None:
    run("-C", write(FILES), "check", "--no-cache")

    assert not own.exists()


def test_the_oldest_entries_go_first(own: Path) -> None:
    for number in range(5):
        cache.put("results", f"key{number}", b"x" * 1000)
        os.utime(own / "results" / f"key{number}", (-number % 5, -number % 5))

    cache.prune(2500)

    assert sorted(path.name for path in (own / "results").iterdir()) == ["key1", "key2"]


def test_a_cache_that_is_just_as_large_as_it_may_be_keeps_all_entries(own: Path) -> None:
    for number in range(3):
        cache.put("results", f"key{number}", b"x" * 1000)
    size = sum(path.stat().st_size for path in (own / "results").iterdir())

    cache.prune(size)
    assert len(list((own / "results").iterdir())) == 3
    cache.prune(size - 1)
    assert len(list((own / "results").iterdir())) == 2


def test_the_cache_says_where_it_lies_and_can_be_emptied(run: Run, write: Write, own: Path) -> None:
    run("-C", write(FILES), "check")

    assert run("cache").out.startswith(f"{own}: 6 files, 0.0 MB\n")
    assert run("cache", "--clear").out == f"{own}: 6 files, 0.0 MB removed\n"
    assert run("cache").out == f"{own}: 0 files, 0.0 MB\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("base", ["/somewhere/else", "", "relative"])
def test_the_folder_is_the_one_that_the_system_has_for_caches(
    monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", base)

    expected = platformdirs.user_cache_dir("claimcheck", appauthor=False)
    if base == "relative":
        monkeypatch.setenv("XDG_CACHE_HOME", "")
        expected = platformdirs.user_cache_dir("claimcheck", appauthor=False)
        monkeypatch.setenv("XDG_CACHE_HOME", base)

    assert cache.folder() == expected


QUOTES = ("The bridge was closed on Monday.", "Nobody was hurt.", "nobody was hurt", "Snow fell.")
CONTENTS = st.one_of(
    st.builds(
        lambda quote, stance: (
            f"claim: Something.\nevidence:\n  - source: daily\n    stance: {stance}\n"
            f"    quote: {json.dumps(quote)}\n"
        ),
        st.sampled_from(QUOTES),
        st.sampled_from(("supports", "contradicts", "context")),
    ),
    st.sampled_from(("claim: Bare.\n", "", "claim: [\n", "claim: Odd.\nodd: key\n")),
)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(("claims/a.yaml", "claims/b.yaml")), st.none() | CONTENTS),
        st.tuples(
            st.just("sources/daily.txt"),
            st.sampled_from((TEXT, TEXT.upper(), TEXT.replace("Monday", "Friday"))),
        ),
        st.tuples(
            st.just("claimcheck.toml"), st.sampled_from(("", "[rules]\nno-evidence = 'note'\n"))
        ),
    ),
    min_size=1,
    max_size=5,
)


@given(edits=EDITS, seed=st.integers(0, 99))
@settings(
    max_examples=settings().max_examples // 8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_with_and_without_the_cache_every_byte_is_the_same(
    edits: list[tuple[str, str | None]],
    seed: int,
    write: Write,
    own: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Over random edits, undone and repeated, with entries lost on the way."""
    root = write({})
    for folder in ("claims", "sources"):
        shutil.rmtree(root / folder)
    write(FILES)
    chance = random.Random(seed)
    for path, content in edits:
        if content is None:
            (root / path).unlink(missing_ok=True)
        else:
            write({path: content})
        if chance.random() < 0.2:
            for entry, _size, _time in list(cache.entries()):
                _damage(entry, chance.choice(("cut", "flipped", "emptied", "grown")))
        for command in (("check",), ("check", "--format", "json"), ("list",)):
            arguments = ["-C", str(root), *command]
            cached = main(arguments), capsys.readouterr()
            assert cached == (main([*arguments, "--no-cache"]), capsys.readouterr())
    assert own.is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="where the cache lies is the system's own")
def test_who_has_no_home_folder_gets_no_cache_in_the_working_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container that runs as a number without a name."""
    for name in (cache.VARIABLE, "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", str)
    monkeypatch.chdir(tmp_path)

    cache.put("kind", "key", b"data")

    assert cache.get("kind", "key") is None
    assert list(tmp_path.iterdir()) == []
