"""Sites as data: what profiles say, how layers and systems lie over one another, and what a wrong one is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from danvan.cli import call
from danvan.errors import RuleError
from danvan.ingest.drafts import drafts_of
from danvan.ingest.load import Load
from danvan.ruleset import load_rules
from danvan.sites import Limits, host_of, load_sites, load_systems, site_of
from danvan.steps import extract
from danvan.text.article import Draft

SYSTEMS = load_systems(load_rules())


def layer(folder: Path, **files: str) -> Path:
    (folder / "sites" / "systems").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / "sites" / f"{name.replace('__', '/')}.toml"
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_common_systems_ship() -> None:
    assert set(SYSTEMS) == {"liferay", "newspaper", "nukeviet", "sharepoint", "vnpt", "wordpress"}
    for system in SYSTEMS.values():
        assert {"article", "list", "deny", "select"} <= set(system.table), system.where
        assert {"title", "date", "lead", "body", "author", "caption", "remove"} == set(system.table["select"])


@pytest.mark.parametrize(
    ("system", "target", "kind"),
    [
        ("nukeviet", "/vi/news/dan-van/xa-an-trach-ra-mat-mo-hinh-41.html", "article"),
        ("nukeviet", "/dan-van/xa-an-trach-ra-mat-mo-hinh-41.html", "article"),
        ("nukeviet", "/vi/news/dan-van/page-7/", "list"),
        ("nukeviet", "/vi/news/print/dan-van/xa-an-trach-ra-mat-mo-hinh-41.html", None),
        ("nukeviet", "/vi/news/savefile/dan-van/xa-an-trach-41.html", None),
        ("vnpt", "/tin-tuc/xa-an-trach-ra-mat-mo-hinh-dan-van-kheo-48213", "article"),
        ("vnpt", "/chi-tiet-tin/-/view-article/1/1384/1530", "article"),
        ("vnpt", "/tin-tuc?page=3", "list"),
        ("vnpt", "/lich-cong-tac?tuan=3", None),
        ("liferay", "/web/guest/tin/-/asset_publisher/K9/content/xa-an-trach-ra-mat-mo-hinh", "article"),
        ("liferay", "/web/guest/tin/-/asset_publisher/K9/content/xa-an-trach?viewMode=print", None),
        ("liferay", "/web/guest/tin", "list"),
        ("sharepoint", "/tintuc/Pages/tin-dia-phuong.aspx?ItemID=512", "article"),
        ("sharepoint", "/tintuc/Pages/xa-an-trach-ra-mat-mo-hinh.aspx", "article"),
        ("sharepoint", "/tintuc/Pages/tin.aspx?CateID=12&page=3", "list"),
        ("sharepoint", "/_layouts/15/Authenticate.aspx", None),
        ("newspaper", "/chinh-tri/xa-an-trach-co-12-mo-hinh-post123456.html", "article"),
        ("newspaper", "/chinh-tri/202211/xa-an-trach-co-12-mo-hinh-1f2/", "article"),
        ("newspaper", "/chinh-tri/trang-2", "list"),
        ("newspaper", "/chinh-tri?page=3", "list"),
        ("newspaper", "/video-hoi-thi-dan-van-kheo-huyen-phu-hac-post99812.html", "article"),
        ("newspaper", "/lich/2022/11", None),
        ("vnpt", "/chi-tiet-tin/group/119/nid/4370/xa-an-trach-ra-mat-mo-hinh", "article"),
        ("vnpt", "/kinh-te/xa-an-trach-ra-mat-mo-hinh-dan-van-kheo-398211", "article"),
        ("liferay", "/chi-tiet-tin-tuc/-/asset_publisher/SUvaAKd/content/xa-an-trach-ra-mat-mo-hinh", "article"),
        ("liferay", "/web/guest/tin?p_p_id=x&_x_INSTANCE_8s_cur=3", "list"),
        ("sharepoint", "/portal/Pages/2020-11-3/Xa-An-Trach-ra-mat-mo-hinhgc20c.aspx", "article"),
        ("sharepoint", "/portal/pages/2021-5-7/Xa-An-Trach-ra-mat-mo-hinh-cz7od4.aspx", "article"),
        ("newspaper", "/xa-an-trach-co-12-mo-hinh-post948211.vnp", "article"),
        ("newspaper", "/xa-an-trach-co-12-mo-hinh-20241004163012345.htm", "article"),
        ("newspaper", "/xa-an-trach-co-12-mo-hinh-c222429.html", "article"),
        ("newspaper", "/xa-an-trach-co-12-mo-hinh-86341", "article"),
        ("wordpress", "/2023/03/09/mo-hinh-ba-cung-o-tan-long/", "article"),
        ("wordpress", "/mo-hinh-ba-cung-cua-chi-bo-ap-tan-long/", "article"),
        ("wordpress", "/?p=1024", "article"),
        ("wordpress", "/category/dan-van/page/2/", "list"),
        ("wordpress", "/tin-tuc/", "list"),
        ("wordpress", "/tag/dan-van-kheo-o-xa-an-trach/", None),
        ("wordpress", "/wp-content/uploads/2023/03/bao-cao-cong-tac-dan-van/", None),
        ("wordpress", "/mo-hinh-ba-cung-cua-chi-bo-ap-tan-long/?replytocom=7", None),
    ],
)
def test_a_system_knows_its_articles_and_lists(tmp_path: Path, system: str, target: str, kind: str | None) -> None:
    rules = load_rules(layer(tmp_path, phuhac=f'hosts = ["phuhac.example"]\nsystem = "{system}"'))
    assert load_sites(rules)["phuhac"].kind_of(f"https://phuhac.example{target}") == kind


def test_a_site_overrides_its_system_and_adds_to_what_is_left_alone(tmp_path: Path) -> None:
    text = """
        hosts = ["PhuHac.example", "127.0.0.1:8080"]
        system = "nukeviet"
        start = ["/", "http://127.0.0.1:8080/tin/"]
        deny = ["/noi-bo/"]
        [select]
        title = "h2.ten"
        remove = [".doc-them"]
        [limits]
        delay = 0.5
        """
    site = load_sites(load_rules(layer(tmp_path, phuhac=text)))["phuhac"]
    nukeviet = SYSTEMS["nukeviet"].table
    assert site.hosts == ("phuhac.example", "127.0.0.1:8080")
    assert site.start == ("https://phuhac.example/", "http://127.0.0.1:8080/tin/")
    assert site.select.title == ("h2.ten",)
    assert site.select.body == tuple(nukeviet["select"]["body"])
    assert site.select.remove == (*nukeviet["select"]["remove"], ".doc-them")
    assert [p.pattern for p in site.deny] == [*nukeviet["deny"], "/noi-bo/"]
    assert site.limits == Limits(delay=0.5)


def test_a_later_layer_lies_over_an_earlier_one(tmp_path: Path) -> None:
    first = layer(
        tmp_path / "a", phuhac='hosts = ["phuhac.example"]\nunit = "huyện Phú Hạc"\n[limits]\ndepth = 3\ndelay = 2'
    )
    second = layer(tmp_path / "b", phuhac="[limits]\ndelay = 4.5", **{"example-paper": "disabled = true"})
    sites = load_sites(load_rules(first, second))
    assert "example-paper" not in sites
    assert "example-paper" in load_sites(load_rules(first))
    assert (sites["phuhac"].unit, sites["phuhac"].limits.depth, sites["phuhac"].limits.delay) == (
        "huyện Phú Hạc",
        3,
        4.5,
    )


def test_a_url_belongs_to_the_site_that_names_its_host(tmp_path: Path) -> None:
    sites = load_sites(load_rules(layer(tmp_path, phuhac='hosts = ["phuhac.example", "10.0.0.5:8080"]')))
    for url, name in [
        ("https://PHUHAC.example/a", "phuhac"),
        ("http://phuhac.example:80/", "phuhac"),
        ("http://phuhac.example:8080/", None),
        ("http://10.0.0.5:8080/x", "phuhac"),
        ("https://con.phuhac.example/", None),
        ("https://phuhac.example.evil.example/", None),
        ("mailto:a@phuhac.example", None),
        ("http://[broken", None),
    ]:
        found = site_of(url, sites)
        assert (found and found.name) == name, url
    assert host_of("https://phuhac.example:443/") == "phuhac.example"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('hosts = ["a.example"', "TOML"),
        ('start = ["/"]', "hosts"),
        ('hosts = ["https://a.example/"]', "https://a.example/"),
        ('hosts = ["a.example"]\nhost = "b"', "host"),
        ('hosts = ["a.example"]\nsystem = "joomla"', "nukeviet"),
        ('hosts = ["a.example"]\nstart = ["https://b.example/"]', "https://b.example/"),
        ('hosts = ["a.example"]\narticle = ["("]', "article"),
        ('hosts = ["a.example"]\n[select]\nbody = ["div["]', "select.body"),
        ('hosts = ["a.example"]\n[select]\nsapo = ["p"]', "select.sapo"),
        ('hosts = ["a.example"]\n[limits]\ndelay = "slow"', "limits.delay"),
        ('hosts = ["a.example"]\n[limits]\npages = 0', "limits.pages"),
        ('hosts = ["a.example"]\n[limits]\npages = 1.5', "limits.pages"),
        ('hosts = ["a.example"]\nexpect = 5', "expect"),
        ('hosts = ["a.example"]\n[expect]\nmin = 9\nmax = 3', "expect"),
        ('hosts = ["a.example"]\nencoding = "tcvn4"', "tcvn4"),
        ('hosts = ["a.example"]\nname = "other"', "other"),
        ('hosts = ["baolamgiang.example"]', "example-paper.toml"),
        ("disabled = true", "phuhac"),
    ],
)
def test_a_wrong_profile_is_one_line_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(RuleError) as error:
        load_sites(load_rules(layer(tmp_path, phuhac=text)))
    assert "phuhac.toml" in str(error.value)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_wrong_system_is_told_of_in_its_own_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"systems/vnpt\.toml.*\[a-z"):
        load_sites(load_rules(layer(tmp_path, systems__vnpt='list = ["[a-z"]')))


PAGE = Path(__file__).parent / "pages" / "content" / "nukeviet4.html"


def test_a_page_is_tried_under_a_profile(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["sites", "check", str(PAGE), "--site", "example-portal", "--format", "jsonl", "--lang", "en"]) == 0
    out, told = capsys.readouterr()
    tried = {(row["part"], row["selector"]): row for row in map(json.loads, out.splitlines())}
    assert tried["title", "h1.title"]["found"] == 1
    assert tried["title", ".news_column h1"] == {
        "part": "title", "selector": ".news_column h1", "found": 0, "text": None
    }  # fmt: skip
    assert "read by the profile example-portal" in told
    assert tried["title", "h1.title"]["text"] in told


@pytest.mark.parametrize(
    "arguments", [["nothing.html"], ["https://nowhere.example/a"], [str(PAGE), "--site", "unheard-of"]]
)
def test_what_cannot_be_tried_is_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert call(["sites", "check", *arguments]) == 2
    told = capsys.readouterr().err
    assert arguments[-1] in told
    assert told.count("\n") == 1


def test_sites_and_systems_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["sites", "list", "--format", "jsonl"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(row["kind"], row["name"]) for row in listed} >= {("site", "example-portal"), ("system", "vnpt")}


UNIT_PAGE = """<html><head><title>Trao 12 căn nhà</title></head><body>
<h1 class="title">Trao 12 căn nhà cho hộ nghèo</h1><div id="news-bodyhtml">
<p>Sáng 8/8/2022, đồng chí Lê Văn Tám, Phó Bí thư Huyện ủy trao 12 căn nhà cho hộ nghèo.</p>
<p>Đến nay, toàn huyện có 96 mô hình “Dân vận khéo”, trong đó có 71 tập thể và 25 cá nhân.</p>
</div></body></html>"""


def test_a_site_speaks_for_its_unit(tmp_path: Path) -> None:
    text = 'hosts = ["a.example"]\nsystem = "nukeviet"\nunit = "huyện Yên Lập, tỉnh Phú Thọ"'
    rules = load_rules(layer(tmp_path, mine=text))
    url = "https://a.example/tin/bai-1.html"
    load = Load("page", UNIT_PAGE.encode(), "k", "s", "p", 1, url=url, published="2022-08-08")
    (draft,) = drafts_of(load, rules)
    assert isinstance(draft, Draft)
    record = extract(draft, rules)
    assert record.article.place is not None
    assert (record.article.place.district, record.article.place.province) == ("Yên Lập", "Phú Thọ")
    assert {f.place.name for f in record.figures if f.place and f.topic} == {"Yên Lập"}
