"""Microsoft's SDK for Python against the simulated tenant, with documented options alone."""

import unittest

from azure.core.credentials import AccessToken
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_authentication_azure.azure_identity_authentication_provider import (
    AzureIdentityAuthenticationProvider,
)
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.generated.models.app_role_assignment import AppRoleAssignment
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.service_principals.item.app_role_assigned_to.app_role_assigned_to_request_builder import (  # noqa: E501
    AppRoleAssignedToRequestBuilder,
)
from msgraph.generated.users.users_request_builder import UsersRequestBuilder
from msgraph_core import PageIterator
from uuid import UUID

from simulator import APPLICATION, simulate

DEFAULT_ACCESS = UUID(int=0)


class Credential:
    """A token that is there already."""

    def __init__(self, token):
        self.token = token

    def get_token(self, *scopes, **options):
        return AccessToken(self.token, 2**31)


def connect(tenant):
    provider = AzureIdentityAuthenticationProvider(
        Credential(tenant.place["accessToken"]), allowed_hosts=["127.0.0.1"])
    adapter = GraphRequestAdapter(provider)
    adapter.base_url = tenant.graph
    return GraphServiceClient(request_adapter=adapter)


class GraphTests(unittest.IsolatedAsyncioTestCase):
    async def test_lists_page_by_page(self):
        with simulate("--scenario", "unassigned", "--size", "500", "--assignments", "260") as tenant:
            graph = connect(tenant)
            found = await graph.service_principals_with_app_id(APPLICATION).get()
            self.assertEqual(found.display_name, "Nexetic Backup")
            builder = graph.service_principals.by_service_principal_id(found.id)
            parameters = AppRoleAssignedToRequestBuilder.AppRoleAssignedToRequestBuilderGetQueryParameters  # noqa: E501
            page = await builder.app_role_assigned_to.get(
                RequestConfiguration(query_parameters=parameters(top=100)))
            self.assertEqual(len(page.value), 100)
            rows = []
            await PageIterator(page, graph.request_adapter).iterate(
                lambda row: rows.append(row.id) or True)
            self.assertEqual(len(rows), 260)
            self.assertEqual(len(set(rows)), 260)

    async def test_searches_with_consistency_level(self):
        with simulate("--size", "2000") as tenant:
            graph = connect(tenant)
            parameters = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters
            wishes = RequestConfiguration(
                query_parameters=parameters(
                    search='"displayName:virtanen"', count=True, top=999,
                    select=["id", "displayName"]))
            with self.assertRaises(ODataError) as refusal:
                await graph.users.get(wishes)
            self.assertEqual(refusal.exception.error.code, "Request_UnsupportedQuery")
            wishes.headers.add("ConsistencyLevel", "eventual")
            people = await graph.users.get(wishes)
            self.assertGreater(len(people.value), 5)
            self.assertEqual(people.odata_count, len(people.value))
            self.assertTrue(all("virtanen" in p.display_name.lower() for p in people.value))

    async def test_assigns_and_unassigns(self):
        with simulate("--scenario", "unassigned") as tenant:
            graph = connect(tenant)
            application = await graph.service_principals_with_app_id(APPLICATION).get()
            user = await graph.users.by_user_id(tenant.place["user"]).get()
            assigned = graph.service_principals.by_service_principal_id(
                application.id).app_role_assigned_to
            wanted = AppRoleAssignment(
                principal_id=UUID(user.id), resource_id=UUID(application.id),
                app_role_id=DEFAULT_ACCESS)
            made = await assigned.post(wanted)
            self.assertEqual(made.principal_type, "User")
            with self.assertRaises(ODataError) as refusal:
                await assigned.post(wanted)
            self.assertEqual(refusal.exception.response_status_code, 400)
            self.assertIn("already exists", refusal.exception.error.message)
            await assigned.by_app_role_assignment_id(made.id).delete()
            with self.assertRaises(ODataError) as refusal:
                await assigned.by_app_role_assignment_id(made.id).get()
            self.assertEqual(refusal.exception.response_status_code, 404)

    async def test_deletes_and_restores(self):
        with simulate() as tenant:
            graph = connect(tenant)
            application = await graph.service_principals_with_app_id(APPLICATION).get()
            builder = graph.service_principals.by_service_principal_id(application.id)
            before = await builder.app_role_assigned_to.get()
            await builder.delete()
            with self.assertRaises(ODataError) as refusal:
                await builder.get()
            self.assertEqual(refusal.exception.error.code, "Request_ResourceNotFound")
            bin = graph.directory.deleted_items
            lost = await bin.graph_service_principal.get()
            self.assertEqual([one.app_id for one in lost.value], [APPLICATION])
            restored = await bin.by_directory_object_id(application.id).restore.post()
            self.assertEqual(restored.id, application.id)
            after = await builder.app_role_assigned_to.get()
            self.assertEqual({row.id for row in before.value}, {row.id for row in after.value})

    async def test_waits_when_throttled(self):
        with simulate("--faults", "1:429/1,2:503/1") as tenant:
            organization = await connect(tenant).organization.get()
            self.assertEqual(organization.value[0].id, tenant.tenant_id)


if __name__ == "__main__":
    unittest.main()
