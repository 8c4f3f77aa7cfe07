# Gebiedsplan. Typ `make` voor uitleg.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

GEBIEDSPLAN := $(BIN)/gebiedsplan
JAAR_OPTIE := $(if $(JAAR),--jaar $(JAAR))
MAAK_OPTIES := $(if $(filter ja,$(PAGINANUMMERS)),--paginanummers) $(if $(GRAFIEKEN),--grafieken "$(GRAFIEKEN)")
INSTALLEER := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	$(BIN)/python -m pip install --quiet

.DEFAULT_GOAL := help
.PHONY: help gebiedsplan voorstel alles controleer bekijk test schoon

help:
	@echo "Zo werkt het:"
	@echo "  make gebiedsplan GEBIED=heiloo   maak het plan van één gebied (Word en HTML)"
	@echo "  make voorstel GEBIED=heiloo      maak het voorstel aan het college of de raad"
	@echo "  make alles                       maak de plannen van alle gebieden"
	@echo "  make controleer GEBIED=heiloo    kijk de werkmap na, zonder een plan te maken"
	@echo "  make bekijk GEBIED=heiloo        bekijk het plan terwijl u eraan werkt; stoppen met Ctrl-C"
	@echo "  make test                        controleer het programma zelf"
	@echo "  make schoon                      gooi de gemaakte plannen en figuren weg"
	@echo ""
	@echo "Een ander jaar? Zet er JAAR=2026 achter. Zonder JAAR maakt u het nieuwste plan."
	@echo "Paginanummers in de inhoudsopgave van Word? Zet er PAGINANUMMERS=ja achter (hiervoor is LibreOffice nodig)."
	@echo "Grafieken die u in Word kunt veranderen? Zet er GRAFIEKEN=bewerkbaar achter."

gebiedsplan: $(VENV)/.klaar
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make gebiedsplan GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) maak "$(GEBIED)" $(JAAR_OPTIE) $(MAAK_OPTIES)

voorstel: $(VENV)/.klaar
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make voorstel GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) voorstel "$(GEBIED)" $(JAAR_OPTIE)

alles: $(VENV)/.klaar
	@$(GEBIEDSPLAN) alles $(JAAR_OPTIE) $(MAAK_OPTIES)

controleer: $(VENV)/.klaar
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make controleer GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) controleer "$(GEBIED)" $(JAAR_OPTIE)

bekijk: $(VENV)/.klaar-bekijk
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make bekijk GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) bekijk "$(GEBIED)" $(JAAR_OPTIE) $(if $(POORT),--poort $(POORT)) $(if $(filter ja,$(OPEN)),--open)

test: $(VENV)/.klaar-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

schoon:
	rm -rf build figures

# De omgeving wordt één keer gemaakt, en opnieuw als de lijst met onderdelen verandert.
$(VENV)/.klaar: pyproject.toml constraints.txt
	@echo "Even geduld: het programma wordt één keer klaargezet."
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 of nieuwer is nodig. U hebt " + sys.version.split()[0] + ".")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(INSTALLEER) -e .
	@touch $@

$(VENV)/.klaar-bekijk: $(VENV)/.klaar
	@$(INSTALLEER) -e ".[bekijk]"
	@touch $@

$(VENV)/.klaar-test: $(VENV)/.klaar
	@$(INSTALLEER) -e ".[test]"
	@touch $@
