"""msal and azure-identity against the simulated sign-in service, over TLS."""

import os
import ssl
import threading
import unittest

import azure.identity
import msal
from azure.core.exceptions import ClientAuthenticationError

from simulator import simulate

COMMAND_LINE_TOOLS = "14d82eec-204b-4c2f-b7e8-296a70dab67e"


class SignInTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.running = simulate("--tls")
        cls.tenant = cls.running.__enter__()
        cls.certificate = cls.tenant.place["certificate"]
        cls.context = ssl.create_default_context(cafile=cls.certificate)
        os.environ["REQUESTS_CA_BUNDLE"] = cls.certificate

    @classmethod
    def tearDownClass(cls):
        del os.environ["REQUESTS_CA_BUNDLE"]
        cls.running.__exit__(None, None, None)
        assert not os.path.exists(cls.certificate), "the certificate outlived the simulator"

    def enter(self, user_code, username):
        self.tenant.enter(user_code, username, self.context)

    def sign_in(self, application):
        flow = application.initiate_device_flow(scopes=["User.Read"])
        self.assertEqual(len(flow["user_code"]), 9)
        self.enter(flow["user_code"], self.tenant.place["admin"])
        return application.acquire_token_by_device_flow(flow)

    def test_msal_signs_in_by_device_code_and_renews(self):
        application = msal.PublicClientApplication(
            COMMAND_LINE_TOOLS, authority=self.tenant.authority, instance_discovery=False)
        token = self.sign_in(application)
        self.assertEqual(token["token_type"], "Bearer")
        self.assertEqual(
            token["id_token_claims"]["preferred_username"], self.tenant.place["admin"])
        [account] = application.get_accounts()
        renewed = application.acquire_token_silent_with_error(
            ["User.Read"], account, force_refresh=True)
        self.assertNotEqual(renewed["access_token"], token["access_token"])

    def test_msal_takes_the_authority_as_an_issuer(self):
        application = msal.PublicClientApplication(
            COMMAND_LINE_TOOLS, oidc_authority=self.tenant.authority + "/v2.0")
        self.assertIn("access_token", self.sign_in(application))

    def test_msal_hears_of_a_blocked_sign_in(self):
        application = msal.ConfidentialClientApplication(
            self.tenant.place["clientId"], client_credential="wrong",
            authority=self.tenant.authority, instance_discovery=False)
        answer = application.acquire_token_for_client(["https://graph.microsoft.com/.default"])
        self.assertEqual(answer["error_codes"], [7000215])

    def test_azure_identity_signs_in_by_device_code(self):
        codes = []
        credential = azure.identity.DeviceCodeCredential(
            client_id=COMMAND_LINE_TOOLS, tenant_id=self.tenant.tenant_id,
            authority=self.tenant.base, disable_instance_discovery=True,
            prompt_callback=lambda address, code, expires: codes.append(code) or threading.Thread(
                target=self.enter, args=(code, self.tenant.place["user"])).start())
        token = credential.get_token("https://graph.microsoft.com/User.Read")
        self.assertTrue(token.token)
        self.assertEqual(len(codes), 1)

    def test_azure_identity_signs_in_with_a_secret(self):
        def credential(secret):
            return azure.identity.ClientSecretCredential(
                self.tenant.tenant_id, self.tenant.place["clientId"], secret,
                authority=self.tenant.base, disable_instance_discovery=True)

        good = credential(self.tenant.place["clientSecret"])
        self.assertTrue(good.get_token("https://graph.microsoft.com/.default").token)
        with self.assertRaises(ClientAuthenticationError):
            credential("wrong").get_token("https://graph.microsoft.com/.default")


if __name__ == "__main__":
    unittest.main()
