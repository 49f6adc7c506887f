# What can be made here; `make help` lists it. Everything is installed into .venv.
# A Python of your choice, when .venv is first made: make clean guide PYTHON=python3.13

BIN := .venv/bin

# The variable silences Material's notice that MkDocs 2 will run no plugins: pyproject.toml
# keeps us below 2.
MKDOCS := NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs

help:  ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

guide:  ## Build the website and the PDFs in all languages
	@sh tools/install.sh guide
	$(BIN)/imppulse check
	$(MKDOCS) build --strict
	@echo "The guide is built. Look at:"
	@for file in site/index.html site/fr/index.html \
		site/pdf/imppulse-guide-en.pdf site/pdf/imppulse-guide-fr.pdf; do \
		if [ -e $$file ]; then echo "  $$file"; fi; \
	done

serve:  ## Show the website while you write; reloads when a file is saved
	@sh tools/install.sh guide
	$(MKDOCS) serve

site-pdf:  ## Print the website page by page into one PDF
	@sh tools/install.sh with-pdf
	@sh tools/system.sh pango
	$(MKDOCS) build -f mkdocs.with-pdf.yml
	@echo "The website is printed. Look at:"
	@ls site-pdf/pdf/*.pdf | sed 's/^/  /'

test:  ## Run all checks and tests; PYTEST_ARGS="-k name" runs some
	@sh tools/install.sh test
	@sh tools/system.sh pango poppler browser
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	IMPPULSE_BROWSER="$$(sh tools/browser.sh)" $(BIN)/pytest $(PYTEST_ARGS)

fuzz:  ## Search at random for examples that break a property; add what is found as @example
	@sh tools/install.sh test
	IMPPULSE_HYPOTHESIS=fuzz $(BIN)/pytest -m hypothesis $(PYTEST_ARGS)

bench-press:  ## Measure the press against other ways to a PDF
	@sh tools/install.sh with-pdf
	$(BIN)/python benchmarks/press.py

bench-site:  ## Measure how the site grows with its records
	@sh tools/install.sh guide
	$(BIN)/python benchmarks/site.py 1000

lock:  ## Lock the dependencies anew; UPGRADE=1 moves to their newest versions
	UPGRADE=$(UPGRADE) sh tools/lock.sh

clean:  ## Remove everything that make has made
	rm -rf site site-pdf .imppulse .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find plugins tests -name __pycache__ -type d -prune -exec rm -rf {} +

.NOTPARALLEL:
.PHONY: help guide serve site-pdf test fuzz bench-press bench-site lock clean
