# Regrant. `make help` lists what there is.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup run test interop build install uninstall bench screens lint clean

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=
FILTER ?=

BINARY := .build/release/regrant
# Static: what `make install` copies must run where no Swift is. -s: without symbols.
# -no-pie: a fixed place needs no relocations, and the first screen comes a seventh sooner.
RELEASE := -c release --static-swift-stdlib -Xlinker -s -Xlinker -no-pie
SOURCES := Package.swift $(shell find Sources -type f)

share := $(DESTDIR)$(PREFIX)/share
program := $(DESTDIR)$(PREFIX)/bin/regrant
bash_completion := $(share)/bash-completion/completions/regrant
zsh_completion := $(share)/zsh/site-functions/_regrant
fish_completion := $(share)/fish/vendor_completions.d/regrant.fish
manual := $(share)/man/man1/regrant.1
generated := .build/install

help: ## say what there is to make
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile \
	  | while IFS='|' read -r target text; do printf '%-16s %s\n' "$$target" "$$text"; done

setup: ## install the system's packages that are missing (Debian, Ubuntu)
	@sh .ci/setup

run: setup ## build quickly and run; ARGS="cases list" are its arguments
	@swift build --product regrant
	@.build/debug/regrant $(ARGS)

test: setup ## build and run all tests; FILTER=Name runs some, VERBOSE=1 shows all
	@bash .ci/test $(if $(FILTER),--filter '$(FILTER)')

# What the program says of itself is made with it, so that `sudo make install` only copies.
define build_release
swift build $(RELEASE) --product regrant
@mkdir -p $(generated)
@for shell in fish zsh bash; do \
  $(BINARY) --generate-completion-script $$shell >$(generated)/$$shell || exit 1; \
done
@$(BINARY) manual >$(generated)/regrant.1 2>/dev/null && test -s $(generated)/regrant.1 \
  || { rm -f $(generated)/regrant.1; echo 'regrant prints no manual page: left out'; }
@touch $(generated)/made
endef

interop: ## drive `regrant simulate` with Microsoft's libraries for Python, and a browser
	@sh .ci/setup python3-venv chromium chromium-driver
	@swift build --product regrant
	@sh .ci/interop

build: setup ## build optimised, static and stripped: .build/release/regrant
	$(build_release)

$(generated)/made: $(SOURCES)
	@sh .ci/setup
	$(build_release)

install: $(generated)/made ## install program, manual and completions; PREFIX=/usr/local DESTDIR=
	install -d '$(dir $(program))' '$(dir $(bash_completion))' '$(dir $(zsh_completion))' \
	  '$(dir $(fish_completion))' '$(dir $(manual))'
	install -m 755 $(BINARY) '$(program)'
	install -m 644 $(generated)/bash '$(bash_completion)'
	install -m 644 $(generated)/zsh '$(zsh_completion)'
	install -m 644 $(generated)/fish '$(fish_completion)'
	test ! -e $(generated)/regrant.1 || install -m 644 $(generated)/regrant.1 '$(manual)'

uninstall: ## remove what install put there; same PREFIX and DESTDIR
	rm -f '$(program)' '$(bash_completion)' '$(zsh_completion)' '$(fish_completion)' '$(manual)'

bench: ## measure the program beside dialog and whiptail, and beside Microsoft's SDK for Python
	@sh .ci/setup dialog whiptail python3-venv
	swift build $(RELEASE) --product regrant
	swift build $(RELEASE) --product Bench
	@sh .ci/bench $(BINARY)

screens: setup ## draw the pictures of Docs/pictures from the screens as they are
	@swift build --product Pictures
	@.build/debug/Pictures Docs/pictures

lint: ## check the style, strictly
	swift format lint --strict --recursive Package.swift Sources Tests

clean: ## remove what was built
	rm -rf .build
