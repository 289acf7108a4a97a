"""How long listing and restoring assignments take: `regrant` beside Microsoft's SDK for Python.

Both work against the same served tenant, in turn; regrant is timed from its start to its end, the
SDK from its first request on, when it is long loaded.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from uuid import UUID

# Read by what is imported next: which program serves, and is measured.
os.environ["REGRANT"] = sys.argv[1] if len(sys.argv) > 1 else ".build/release/regrant"

from kiota_abstractions.base_request_configuration import RequestConfiguration  # noqa: E402
from msgraph.generated.models.app_role_assignment import AppRoleAssignment  # noqa: E402
from msgraph.generated.models.o_auth2_permission_grant import OAuth2PermissionGrant  # noqa: E402
from msgraph.generated.models.service_principal import ServicePrincipal  # noqa: E402
from msgraph.generated.service_principals.item.app_role_assigned_to.app_role_assigned_to_request_builder import (  # noqa: E402,E501
    AppRoleAssignedToRequestBuilder,
)
from msgraph_core.requests.batch_request_builder import BatchRequestBuilder  # noqa: E402
from msgraph_core.requests.batch_request_content import BatchRequestContent  # noqa: E402
from msgraph_core.requests.batch_request_item import BatchRequestItem  # noqa: E402

from simulator import APPLICATION, PROGRAM, simulate  # noqa: E402
from test_graph import connect  # noqa: E402

ROUNDS = 3
GRAPH = "00000003-0000-0000-c000-000000000000"
# What has to be said before Regrant plans a deletion.
REPLACE = ["--consent", "grant", "--appearance", "no-prompt"] + [
    part for way in ["link", "portal", "graph"] for part in ["--set-aside", f"{way}=not wanted"]]


async def list_by_sdk(tenant, count):
    """Every assignment, in pages as large as the directory gives them."""
    graph = connect(tenant)
    application = await graph.service_principals_with_app_id(APPLICATION).get()
    rows = await assignments(graph, application.id)
    assert len(rows) == count, len(rows)


async def assignments(graph, application):
    builder = graph.service_principals.by_service_principal_id(application).app_role_assigned_to
    parameters = AppRoleAssignedToRequestBuilder.AppRoleAssignedToRequestBuilderGetQueryParameters
    page = await builder.get(RequestConfiguration(query_parameters=parameters(top=999)))
    rows = page.value
    # As PageIterator does it, and as fast.
    while page.odata_next_link:
        page = await builder.with_url(page.odata_next_link).get()
        rows += page.value
    return rows


async def restore_by_sdk(tenant, count):
    """Lists, deletes, adds again, grants, assigns by twenty, and counts: what 2B does."""
    graph = connect(tenant)
    old = await graph.service_principals_with_app_id(APPLICATION).get()
    before = await assignments(graph, old.id)
    await graph.service_principals.by_service_principal_id(old.id).delete()
    new = await graph.service_principals.post(
        ServicePrincipal(app_id=APPLICATION, tags=old.tags))
    api = await graph.service_principals_with_app_id(GRAPH).get()
    await graph.oauth2_permission_grants.post(
        OAuth2PermissionGrant(
            client_id=new.id, consent_type="AllPrincipals", resource_id=api.id,
            scope="openid profile User.Read"))
    target = graph.service_principals.by_service_principal_id(new.id).app_role_assigned_to
    batches = BatchRequestBuilder(graph.request_adapter)
    for start in range(0, len(before), BatchRequestContent.MAX_REQUESTS):
        content = BatchRequestContent()
        for row in before[start:start + BatchRequestContent.MAX_REQUESTS]:
            wanted = AppRoleAssignment(
                principal_id=row.principal_id, resource_id=UUID(new.id),
                app_role_id=row.app_role_id)
            item = BatchRequestItem(target.to_post_request_information(wanted))
            item.set_url(item.url)
            item.url = item.url.removeprefix("/v1.0")
            content.add_request(None, item)
        answer = await batches.post(content)
        assert all(part.status == 201 for part in answer.responses.values())
    assert len(await assignments(graph, new.id)) == count


class Regrant:
    """The program, with cases of its own, in one tenant."""

    def __init__(self, tenant, folder):
        self.place = ["--graph", tenant.graph, "--no-input"]
        self.folder = folder
        self.environment = {
            **os.environ, "XDG_STATE_HOME": folder,
            "REGRANT_ACCESS_TOKEN": tenant.place["accessToken"]}

    def run(self, *arguments):
        done = subprocess.run(
            [PROGRAM, *arguments, *self.place], env=self.environment, capture_output=True,
            text=True)
        assert done.returncode == 0, done.stderr

    def path(self, name):
        return os.path.join(self.folder, name)

    def prepare(self):
        self.run("plan", "replace", *REPLACE, "--out", self.path("plan.json"))

    def list(self, count):
        self.run("snapshot", "save", "--out", self.path("before.json"), "--force")

    def restore(self, count):
        with open(self.path("plan.json")) as file:
            phrase = json.load(file)["confirmation"]
        assert phrase.startswith(f"delete {count} "), phrase
        self.run("apply", self.path("plan.json"), "--confirm", phrase)


def timed(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def listing(count):
    """One tenant for all: listing changes nothing."""
    taken = {"msgraph-sdk": [], "regrant": []}
    with simulate("--size", "100000", "--assignments", str(count)) as tenant:
        with tempfile.TemporaryDirectory() as folder:
            regrant = Regrant(tenant, folder)
            for _ in range(ROUNDS):
                taken["msgraph-sdk"].append(
                    timed(lambda: asyncio.run(list_by_sdk(tenant, count))))
                taken["regrant"].append(timed(lambda: regrant.list(count)))
    return taken


def restoring(count):
    """A tenant for each: nothing is as it was."""
    taken = {"msgraph-sdk": [], "regrant": []}
    for _ in range(ROUNDS):
        with simulate("--size", "100000", "--assignments", str(count)) as tenant:
            taken["msgraph-sdk"].append(timed(lambda: asyncio.run(restore_by_sdk(tenant, count))))
        with simulate("--size", "100000", "--assignments", str(count)) as tenant:
            with tempfile.TemporaryDirectory() as folder:
                regrant = Regrant(tenant, folder)
                regrant.prepare()
                taken["regrant"].append(timed(lambda: regrant.restore(count)))
    return taken


def main():
    """Prints the table; ends with 1 where regrant is slower."""
    rows = [("listing 20,000 assignments, s", listing, 20_000),
            ("restoring 2,000 assignments, s", restoring, 2_000)]
    names = ["msgraph-sdk", "regrant"]
    print("Listing and restoring, three times each; this takes some minutes...")
    print(" " * 40 + "".join(name.rjust(12) for name in names), flush=True)
    is_slower = False
    for title, work, count in rows:
        taken = work(count)
        medians = [statistics.median(taken[name]) for name in names]
        is_slower = is_slower or medians[1] > medians[0]
        note = "  slower" if medians[1] > medians[0] else ""
        print(title.ljust(40) + "".join(f"{median:.2f}".rjust(12) for median in medians) + note, flush=True)
    print("regrant reads each list twice, and everything else that a deletion takes.")
    return 1 if is_slower else 0


if __name__ == "__main__":
    sys.exit(main())
