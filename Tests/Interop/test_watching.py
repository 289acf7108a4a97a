"""`regrant apply` waits for a consent that is given in a real browser, and goes on by itself."""

import contextlib
import json
import os
import subprocess
import tempfile
import unittest

from browser import BrowserTestCase
from simulator import APPLICATION, PROGRAM, simulate

LINK = "For the admin, to accept: "
PROMPT = "Or signing in, ticking the checkbox: "
# What makes a deletion the only way left.
REPLACE = ["--appearance", "no-prompt"] + [
    part for way in ["link", "portal", "graph"] for part in ["--set-aside", f"{way}=not wanted"]]


class WatchingTests(BrowserTestCase):
    @contextlib.contextmanager
    def applying(self, tenant, act, *wishes):
        """Makes a plan and applies it, until it waits; gives the process and the links."""
        with tempfile.TemporaryDirectory() as folder:
            plan = os.path.join(folder, "plan.json")
            environment = {
                **os.environ, "XDG_STATE_HOME": folder,
                "REGRANT_ACCESS_TOKEN": tenant.place["accessToken"]}
            place = ["--graph", tenant.graph, "--no-input"]
            subprocess.run(
                [PROGRAM, "plan", act, "--consent", "watch", *wishes, "--out", plan, *place],
                env=environment, check=True, stdout=subprocess.DEVNULL, timeout=120)
            with open(plan) as file:
                phrase = json.load(file).get("confirmation")
            confirmed = ["--confirm", phrase] if phrase else []
            with subprocess.Popen(
                [PROGRAM, "apply", plan, *confirmed, *place], env=environment, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
                try:
                    yield program, self.links(program)
                finally:
                    if program.poll() is None:
                        program.kill()

    def links(self, program):
        found = {}
        told = []
        for line in program.stderr:
            told.append(line)
            for kind in [LINK, PROMPT]:
                if line.startswith(kind):
                    found[kind] = line.removeprefix(kind).strip()
            if len(found) == 2:
                return found
        self.fail("apply did not wait for a consent:\n" + "".join(told))

    def ends_well(self, program):
        output, complaints = program.communicate(timeout=120)
        self.assertEqual(program.returncode, 0, complaints)
        self.assertEqual(output, "Case 1: Resolved.\n")

    def tick_and_accept(self):
        self.shows("Permissions requested")
        self.browser.find_element("id", "on_behalf").click()
        self.press("accept")
        self.shows("You are signed in")

    def accept_for_everybody(self):
        self.shows("Accept for your organization")
        self.press("accept")
        self.shows("Consent given")

    def test_the_checkbox_ends_the_waiting(self):
        with simulate() as tenant, self.applying(tenant, "reconsent") as (program, links):
            self.assertEqual(tenant.grants(), ["Principal"])
            self.follow(links[PROMPT], tenant.place["admin"])
            self.tick_and_accept()
            self.ends_well(program)
            self.assertEqual(tenant.grants(), ["AllPrincipals", "Principal"])

    def test_the_admin_consent_page_ends_the_waiting(self):
        with simulate() as tenant, self.applying(tenant, "reconsent") as (program, links):
            self.follow(links[LINK], tenant.place["admin"])
            self.accept_for_everybody()
            self.ends_well(program)
            self.assertEqual(tenant.grants(), ["AllPrincipals", "Principal"])

    def replaces(self, kind, accept):
        with simulate() as tenant:
            path = f"/servicePrincipals(appId='{APPLICATION}')"
            before = tenant.get(path)["id"]
            listed = len(tenant.get(path + "/appRoleAssignedTo")["value"])
            with self.applying(tenant, "replace", *REPLACE) as (program, links):
                self.follow(links[kind], tenant.place["admin"])
                accept()
                self.ends_well(program)
            self.assertNotEqual(tenant.get(path)["id"], before)
            self.assertEqual(len(tenant.get(path + "/appRoleAssignedTo")["value"]), listed)
            self.assertIn("AllPrincipals", tenant.grants())

    def test_a_replaced_application_gets_its_consent_by_the_checkbox(self):
        self.replaces(PROMPT, self.tick_and_accept)

    def test_a_replaced_application_gets_its_consent_by_the_admin_consent_page(self):
        self.replaces(LINK, self.accept_for_everybody)


if __name__ == "__main__":
    unittest.main()
