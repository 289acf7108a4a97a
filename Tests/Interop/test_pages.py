"""The consent pages in a real Chromium without a screen."""

import unittest

from selenium.webdriver.common.by import By

from browser import BrowserTestCase
from simulator import simulate


class PageTests(BrowserTestCase):
    def test_ticking_the_box_grants_for_everybody(self):
        with simulate() as tenant:
            self.assertEqual(tenant.grants(), ["Principal"])
            # The first admin consented before: no prompt shows unless it is asked for.
            self.open(tenant, "oauth2/v2.0/authorize?", tenant.place["admin"])
            self.shows("You are signed in")
            self.open(tenant, "oauth2/v2.0/authorize?prompt=consent&", tenant.place["admin"])
            self.shows("Permissions requested")
            box = self.browser.find_element(By.ID, "on_behalf")
            self.assertFalse(box.is_selected())
            box.click()
            self.press("accept")
            self.shows("You are signed in")
            self.assertEqual(tenant.grants(), ["AllPrincipals", "Principal"])
            self.open(tenant, "oauth2/v2.0/authorize?", tenant.place["user"])
            self.shows("You are signed in")

    def test_leaving_the_box_grants_for_oneself(self):
        with simulate() as tenant:
            self.open(tenant, "oauth2/v2.0/authorize?prompt=consent&", tenant.place["admin"])
            self.shows("Permissions requested")
            self.press("accept")
            self.shows("You are signed in")
            self.assertEqual(tenant.grants(), ["Principal"])

    def test_an_application_administrator_sees_no_box(self):
        with simulate("--admin-role", "Cloud Application Administrator") as tenant:
            # Assignment is not asked of the admin whom the scenario assigned.
            self.open(tenant, "oauth2/v2.0/authorize?prompt=consent&", tenant.place["admin"])
            self.shows("Permissions requested")
            self.assertFalse(self.has("on_behalf"))

    def test_the_admin_consent_page_has_no_box_and_grants_for_everybody(self):
        with simulate() as tenant:
            self.open(tenant, "adminconsent?", tenant.place["admin"])
            self.shows("Accept for your organization")
            self.assertFalse(self.has("on_behalf"))
            self.press("accept")
            self.shows("Consent given")
            self.assertEqual(tenant.grants(), ["AllPrincipals", "Principal"])

    def test_an_ordinary_user_needs_an_admin(self):
        with simulate() as tenant:
            self.open(tenant, "oauth2/v2.0/authorize?", tenant.place["user"])
            self.shows("Need admin approval")
            self.assertNotIn("AADSTS", self.browser.page_source)
            self.press("other")
            self.shows("to continue to Nexetic Backup")

    def test_an_unassigned_user_is_told_the_number(self):
        with simulate("--scenario", "unassigned") as tenant:
            self.open(tenant, "oauth2/v2.0/authorize?", tenant.place["user"])
            self.shows("AADSTS50105")

    def test_cancelling_grants_nothing(self):
        with simulate() as tenant:
            self.open(tenant, "adminconsent?", tenant.place["admin"])
            self.press("cancel")
            self.shows("AADSTS65004")
            self.assertEqual(tenant.grants(), ["Principal"])


if __name__ == "__main__":
    unittest.main()
