"""Which files are articles, and what a project asks of each."""

from __future__ import annotations

import pytest

from claimcheck.dossier.article_files import list_articles, matches, policy_of
from claimcheck.model import ArticlePolicy, Config
from support.trees import tree_of

FILES = ("articles/a.md", "articles/b.txt", "articles/deep/c.md", "drafts/x/d.md", "e.md")


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("a/*.md", "a/b.md", True),
        ("a/*.md", "a/.md", True),
        ("a/*.md", "a/b/c.md", False),
        ("a/*.md", "a/b.mdx", False),
        ("a/*.md", "a/bxmd", False),
        ("a/**/*.md", "a/b.md", True),
        ("a/**/*.md", "a/b/c/d.md", True),
        ("a/**/*.md", "b/a/c.md", False),
        ("a/**", "a/b/c", True),
        ("a/**", "a", False),
        ("a/?.md", "a/b.md", True),
        ("a/?.md", "a/bc.md", False),
        ("a/?.md", "a//.md", False),
        ("a+b/*", "a+b/c", True),
        ("a+b/*", "aab/c", False),
    ],
)
def test_a_star_stands_within_a_name_and_two_for_folders(
    pattern: str, path: str, expected: bool
) -> None:
    assert matches(pattern, path) is expected


@pytest.mark.parametrize(
    ("patterns", "paths", "unused"),
    [
        ((), [], []),
        (("articles/*.md",), ["articles/a.md"], []),
        (("articles/**/*.md",), ["articles/a.md", "articles/deep/c.md"], []),
        (
            ("articles/*.txt", "articles/*.md", "articles/b*"),
            ["articles/a.md", "articles/b.txt"],
            [],
        ),
        (("drafts/*/d.md", "drafts/y/*"), ["drafts/x/d.md"], ["drafts/y/*"]),
        (("none/*.md", "articles/x*"), [], ["none/*.md", "articles/x*"]),
        (("missing.md", "articles/a.md"), ["articles/a.md", "missing.md"], []),
        (("*.md",), [], ["*.md"]),
    ],
)
def test_articles_are_listed_by_their_patterns(
    patterns: tuple[str, ...], paths: list[str], unused: list[str]
) -> None:
    entries, left = list_articles(tree_of(dict.fromkeys(FILES, "")), Config(articles=patterns))

    assert [entry.path for entry in entries] == paths
    assert left == unused


def test_the_last_policy_that_names_an_article_holds() -> None:
    general, first, second = (
        ArticlePolicy(pattern, (), coverage)
        for pattern, coverage in (("", 1), ("a/*", 2), ("a/b*", 3))
    )
    config = Config(article_policy=(general, first, second))

    assert policy_of(config, "x.md") == general
    assert policy_of(config, "a/c") == first
    assert policy_of(config, "a/b") == second
    assert policy_of(Config(article_policy=(first,)), "x.md") == ArticlePolicy()


def test_a_policy_of_a_folder_holds_for_all_that_is_in_it() -> None:
    policy = ArticlePolicy("articles/opinion", (), 80)
    config = Config(article_policy=(policy,))

    assert policy_of(config, "articles/opinion/a.md") == policy
    assert policy_of(config, "articles/opinion/deep/b.md") == policy
    assert policy_of(config, "articles/opinions/a.md") == ArticlePolicy()
    assert policy_of(config, "articles/a.md") == ArticlePolicy()
