"""The address of every page."""

from __future__ import annotations

from django.urls import path

from habeas.desk.access import sign_in_pages as entrance
from habeas.desk.accounts import account_page as account
from habeas.desk.accounts import announced_page as announced
from habeas.desk.accounts import estimated_page as estimated
from habeas.desk.accounts import tables_page as tables
from habeas.desk.administration import team_pages as running
from habeas.desk.cases import exports_page as exports
from habeas.desk.cases import overview_page as overview
from habeas.desk.cases import search_page as finding
from habeas.desk.cases import sources_page as sources
from habeas.desk.contradictions import contradictions_page as contradictions
from habeas.desk.history import activity_page as activities
from habeas.desk.intake import document_page as documents
from habeas.desk.intake import inbox_page as inbox
from habeas.desk.people import list_pages as lists
from habeas.desk.people import pair_pages as pairs
from habeas.desk.people import people_pages as people
from habeas.desk.publication import public_pages, reading_api
from habeas.desk.publication import publish_page as publishing
from habeas.desk.review import claim_pages as claims
from habeas.desk.review import effect_page as effects

CASE = "desk/<slug:case>/"

urlpatterns = [
    path("sign-in/", entrance.sign_in, name="sign-in"),
    path("sign-in/second/", entrance.second_factor, name="second-factor"),
    path("sign-out/", entrance.sign_out, name="sign-out"),
    path("enter/<str:uid>/<str:token>/", entrance.enter, name="enter"),
    path("language/", entrance.change_language, name="language"),
    path("desk/", overview.cases, name="cases"),
    path(CASE, overview.overview, name="overview"),
    path(CASE + "jobs/<int:number>/", overview.job, name="job"),
    path(CASE + "inbox/", inbox.inbox, name="inbox"),
    path(CASE + "inbox/confirm", inbox.confirm_found, name="confirm-documents"),
    path(CASE + "documents/<int:number>/", documents.document, name="document"),
    path(CASE + "documents/<int:number>/change", documents.change, name="change-document"),
    path(CASE + "documents/<int:number>/decide", documents.decide_rest, name="decide-document"),
    path(CASE + "documents/<int:number>/withdraw", documents.withdraw, name="withdraw-document"),
    path(CASE + "documents/<int:number>/original", documents.original, name="original"),
    path(CASE + "claims/", claims.queue, name="claims-queue"),
    path(CASE + "claims/all/", claims.claims, name="claims"),
    path(CASE + "claims/<int:number>/", claims.claim, name="claim"),
    path(CASE + "claims/<int:number>/decide", claims.decide, name="decide-claim"),
    path(CASE + "claims/<int:number>/effect", effects.effect, name="claim-effect"),
    path(CASE + "pairs/", pairs.queue, name="pairs"),
    path(CASE + "pairs/<int:number>/", pairs.pair, name="pair"),
    path(CASE + "pairs/<int:number>/decide", pairs.decide, name="decide-pair"),
    path(CASE + "contradictions/", contradictions.contradictions, name="contradictions"),
    path(CASE + "contradictions/decide", contradictions.decide, name="decide-cause"),
    path(CASE + "people/", people.people, name="people"),
    path(CASE + "people/<int:number>/", people.person, name="person"),
    path(CASE + "people/<int:number>/consent", people.consent, name="consent"),
    path(CASE + "lists/add", people.add, name="add-list"),
    path(CASE + "lists/<int:number>/", lists.people_list, name="list"),
    path(CASE + "lists/<int:number>/settle", lists.settle, name="settle-list"),
    path(CASE + "lists/<int:number>/renew", lists.renew, name="renew-list"),
    path(CASE + "lists/<int:number>/withdraw", lists.withdraw, name="withdraw-list"),
    path(CASE + "sources/", sources.sources, name="sources"),
    path(CASE + "activity/", activities.activities, name="activities"),
    path(CASE + "activity/<int:number>/undo", activities.take_back, name="undo"),
    path(CASE + "search/", finding.finding, name="finding"),
    path(CASE + "team/", running.team, name="team"),
    path(CASE + "team/<int:number>/invite", running.invite_again, name="invite-again"),
    path(CASE + "declarations/", running.declarations, name="declarations"),
    path(CASE + "publish/", publishing.publishing, name="publishing"),
    path(CASE + "publish/copy", publishing.copy, name="dossier-copy"),
    path(CASE + "account/", account.account, name="account"),
    path(CASE + "account/announced/", announced.announced, name="announced"),
    path(CASE + "account/announced/<int:number>/", announced.announcement, name="announcement"),
    path(CASE + "account/announced.svg", announced.chart, name="announced-chart"),
    path(CASE + "account/unlisted/", estimated.estimated, name="estimated"),
    path(CASE + "account/unlisted.svg", estimated.picture, name="estimated-picture"),
    path(CASE + "account/tables/", tables.tables, name="tables"),
    path(CASE + "export/decisions.csv", tables.decisions, name="export-decisions"),
    path(
        CASE + "export/claim-decisions.json", tables.claim_decisions, name="export-claim-decisions"
    ),
    path(CASE + "export/result/<slug:kind>.json", tables.result, name="export-result"),
    path(CASE + "export/claims.csv", exports.claims, name="export-claims"),
    path(CASE + "export/people.csv", exports.people, name="export-people"),
    path("api/v1/openapi.json", reading_api.description, name="api"),
    path("api/v1/cases/", reading_api.cases, name="api-cases"),
    path("api/v1/cases/<slug:case>/", reading_api.case, name="api-case"),
    path("api/v1/cases/<slug:case>/<slug:kind>", reading_api.listing, name="api-listing"),
    path("favicon.ico", public_pages.icon, name="icon"),
    path("", public_pages.front, name="front"),
    # Last, since a published case lies right under the root.
    path("<slug:case>/", public_pages.page, name="public"),
    path("<slug:case>/<path:path>", public_pages.page, name="public-page"),
]

handler400 = "habeas.desk.access.refusal_pages.bad_request"
handler403 = "habeas.desk.access.refusal_pages.forbidden"
handler404 = "habeas.desk.access.refusal_pages.not_found"
handler500 = "habeas.desk.access.refusal_pages.failure"
