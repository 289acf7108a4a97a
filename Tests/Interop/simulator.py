"""A served simulated tenant, and a person in front of its pages."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = os.environ.get("REGRANT", ".build/debug/regrant")
APPLICATION = "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"


# What a wrong secret and a slow machine make the libraries say is no news here.
logging.disable(logging.WARNING)


class Tenant:
    """What the line of JSON says, and plain requests for what an SDK is not asked to do."""

    def __init__(self, place):
        self.place = place
        self.graph = place["graph"]
        self.authority = place["authority"]
        self.tenant_id = place["tenantId"]
        self.base = self.graph.removesuffix("/v1.0")

    def get(self, path):
        request = urllib.request.Request(
            self.graph + path, headers={"Authorization": "Bearer " + self.place["accessToken"]})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def post_form(self, path, fields, context=None):
        body = urllib.parse.urlencode(fields).encode()
        with urllib.request.urlopen(self.base + path, body, timeout=30, context=context) as answer:
            return answer.read().decode()

    def enter(self, user_code, username, context=None):
        """Somebody enters a device's code in a browser and accepts."""
        fields = {"code": user_code, "username": username, "decision": "accept"}
        assert "You are signed in" in self.post_form("/devicelogin", fields, context)

    def grants(self):
        path = f"/servicePrincipals(appId='{APPLICATION}')/oauth2PermissionGrants"
        return sorted(row["consentType"] for row in self.get(path)["value"])


@contextlib.contextmanager
def simulate(*arguments):
    """Runs `regrant simulate`, and ends it as Ctrl-C does."""
    program = subprocess.Popen([PROGRAM, "simulate", *arguments], stdout=subprocess.PIPE, text=True)
    try:
        yield Tenant(json.loads(program.stdout.readline()))
    finally:
        program.send_signal(signal.SIGINT)
        status = program.wait(timeout=30)
        program.stdout.close()
    assert status == 130, f"regrant simulate ended with {status}"
