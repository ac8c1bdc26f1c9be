"""The role `claim`: a small link from a sentence to the claim that it decides.

    An empty batch changes nothing. {claim}`S000-13`
    ... {claim}`S000-13,S000-14`

It leads to the claim's place on the page *Claims, checked*, where its proof was run. An id that
claims.yml does not hold is a warning, and so fails the build; so is a claim whose `page`, the
place in the book that teaches it, does not exist.
"""

from __future__ import annotations

import html
from functools import lru_cache
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

PAGE = "book/reference/claims"


class claim_link(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' own lower case
    """One id that links to its claim; `refuri` and `label` are set when the page is written."""


def anchor(claim_id: str) -> str:
    """The id that the claim has in the HTML of *Claims, checked*."""
    return f"claim-{claim_id.lower()}"


def claims_file(env: BuildEnvironment) -> Path:
    return Path(env.srcdir, env.config.claims_file)


def known_claims(env: BuildEnvironment) -> dict[str, dict]:
    """Every claim and fact of claims.yml by its id; read again when the file has changed."""
    path = claims_file(env)
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=1)
def _read(path: Path, _stamp: int) -> dict[str, dict]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast
    content = yaml.load(path.read_text(encoding="utf8"), loader)
    return {entry["id"]: entry for entry in content["claims"] + content["facts"]}


class Claim(SphinxRole):
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        known = known_claims(self.env)
        self.env.note_dependency(str(claims_file(self.env)))
        ids = [part.strip() for part in self.text.split(",")]
        box = nodes.inline(classes=["claim-links"])
        box += nodes.Text("claim " if len(ids) == 1 else "claims ")
        for number, claim_id in enumerate(ids):
            if claim_id not in known:
                logger.warning(
                    f"claim: {claim_id!r} is not in {self.env.config.claims_file}; "
                    "write the id of one, or several with commas between them",
                    location=self.get_location(),
                    type="claim",
                    subtype="unknown",
                )
                continue
            if number:
                box += nodes.Text(", ")
            verdict = known[claim_id].get("verdict", "fact")
            box += claim_link("", claim_id, claim_id=claim_id, verdict=verdict)
        return [box], []


class ResolveClaims(SphinxPostTransform):
    """Give every link its address; where there is no HTML, the id alone stays."""

    default_priority = 200

    def run(self, **kwargs: object) -> None:
        page = self.config.claims_page
        for node in list(self.document.findall(claim_link)):
            if self.app.builder.format != "html":
                node.replace_self(node.children)
                continue
            # A page that is built alone is a preview, in which no link to another page resolves.
            if page not in self.env.found_docs and len(self.env.found_docs) > 1:
                logger.warning(
                    f"claim: there is no page {page} for {node['claim_id']} to link to",
                    location=node,
                    type="claim",
                    subtype="page",
                )
            here = self.env.docname
            uri = self.app.builder.get_relative_uri(here, page)
            node["refuri"] = f"{uri}#{anchor(node['claim_id'])}"


def visit_link(self: HTML5Translator, node: claim_link) -> None:
    claim_id, verdict = node["claim_id"], node["verdict"]
    words = f"{claim_id} in Claims, checked: {verdict}"
    self.body.append(
        f'<a class="claim-link" href="{html.escape(node["refuri"])}" '
        f'title="{html.escape(words)}" aria-label="Claim {html.escape(words)}">'
    )


def depart_link(self: HTML5Translator, node: claim_link) -> None:
    self.body.append("</a>")


def taught_pages_exist(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn about every claim that leads to a page or an anchor that is not in the book."""
    page = env.config.claims_page
    if page not in env.found_docs or page == env.config.root_doc:
        return  # a preview of single pages
    anchors = {(doc, name) for doc, name, *_ in env.get_domain("std").anonlabels.values()}
    for claim_id, entry in known_claims(env).items():
        name, _, target = entry.get("page", "").partition("#")
        doc = f"book/{name.removesuffix('.md')}"
        if doc not in env.found_docs or (target and (doc, target) not in anchors):
            logger.warning(
                f"claim: {claim_id} is taught at {entry.get('page')!r}, which is not in the book",
                location=page,
                type="claim",
                subtype="taught",
            )


def only_here_the_filter(app: Sphinx, pagename: str, *_: object) -> None:
    """Load the script of the filter on the page that has it."""
    if pagename == app.config.claims_page:
        app.add_js_file("claims.js", defer="defer")


def setup(app: Sphinx) -> dict[str, object]:
    app.add_config_value("claims_file", "book/claims.yml", "env")
    app.add_config_value("claims_page", PAGE, "env")
    app.add_node(claim_link, html=(visit_link, depart_link))
    app.add_role("claim", Claim())
    app.add_post_transform(ResolveClaims)
    app.connect("env-check-consistency", taught_pages_exist)
    app.connect("html-page-context", only_here_the_filter)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
