"""A real Chromium without a screen, and what somebody does in it."""

import shutil
import unittest

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from simulator import APPLICATION


class BrowserTestCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        options = Options()
        options.binary_location = shutil.which("chromium")
        # As root, and where /dev/shm is small, as in a container.
        for option in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]:
            options.add_argument(option)
        cls.browser = webdriver.Chrome(options, Service(shutil.which("chromedriver")))

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()

    def shows(self, text):
        # The page that is left may go while it is read.
        going = [NoSuchElementException, StaleElementReferenceException]
        WebDriverWait(self.browser, 20, ignored_exceptions=going).until(
            lambda browser: text in browser.find_element(By.TAG_NAME, "main").text,
            f"the page does not show {text!r}")

    def open(self, tenant, path, username):
        self.follow(f"{tenant.authority}/{path}client_id={APPLICATION}", username)

    def follow(self, link, username):
        self.browser.get(link)
        self.shows("to continue to Nexetic Backup")
        self.browser.find_element(By.ID, "username").send_keys(username)
        self.browser.find_element(By.ID, "next").click()

    def has(self, element):
        return bool(self.browser.find_elements(By.ID, element))

    def press(self, button):
        self.browser.find_element(By.ID, button).click()
