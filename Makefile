# Gebiedsplan. Typ `make` voor uitleg.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

# MAP is de map van een andere samenwerking, zoals voorbeelden/meppel.
GEBIEDSPLAN := $(BIN)/gebiedsplan $(if $(MAP),--map "$(MAP)")
JAAR_OPTIE := $(if $(JAAR),--jaar $(JAAR))
# Hoeveel tests tegelijk lopen; “auto” is één per processor.
WERKERS ?= auto
MAAK_OPTIES := $(if $(filter ja,$(PAGINANUMMERS)),--paginanummers) $(if $(GRAFIEKEN),--grafieken "$(GRAFIEKEN)") \
	$(foreach formaat,$(FORMAAT),--formaat "$(formaat)")
# Wat een PDF maakt of werk verdeelt, wordt er pas bij gezet als u erom vraagt.
KLAAR := $(VENV)/.klaar $(if $(filter pdf,$(FORMAAT)),$(VENV)/.klaar-pdf) $(if $(UITVOERDER),$(VENV)/.klaar-dask)
IMPORTEER_OPTIES := $(if $(BESTAND),--bestand "$(BESTAND)") $(if $(OPHALEN),--ophalen "$(OPHALEN)") \
	$(if $(GEWICHTEN),--gewichten "$(GEWICHTEN)")
INSTALLEER := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	$(BIN)/python -m pip install --quiet

.DEFAULT_GOAL := help
.PHONY: help gebiedsplan voorstel alles vergelijking preventiekaart agenda bekijk controleer taal verschil nieuw importeer opmerkingen start toets test tests stijl bench schoon

help:
	@echo "Zo werkt het:"
	@echo "  make gebiedsplan GEBIED=heiloo   maak het plan van één gebied (Word en HTML)"
	@echo "  make voorstel GEBIED=heiloo      maak het voorstel aan het college of de raad"
	@echo "  make alles                       maak de plannen van alle gebieden; alleen wat is veranderd"
	@echo "  make vergelijking                zet alle gebieden naast elkaar, voor het college"
	@echo "  make preventiekaart              maak één pagina met al het aanbod, om in te zoeken"
	@echo "  make agenda                      maak een lijst en een kalender van alle acties; met GEBIED= van één gebied"
	@echo "  make controleer GEBIED=heiloo    kijk de werkmap na, zonder een plan te maken"
	@echo "  make taal GEBIED=heiloo          laat zien welke zinnen moeilijk lezen"
	@echo "  make bekijk GEBIED=heiloo        bekijk het plan terwijl u eraan werkt; stoppen met Ctrl-C"
	@echo "  make verschil GEBIED=heiloo VAN=2026 NAAR=2027"
	@echo "                                   laat zien wat er tussen twee jaren is veranderd"
	@echo "  make nieuw GEBIED=heiloo         maak een nieuwe werkmap om in te vullen, voor het volgende jaar"
	@echo "  make importeer BESTAND=kwb-2023.xlsx GEBIED=heiloo"
	@echo "                                   zet cijfers van het CBS of RIVM in de werkmap; u ziet eerst wat er verandert"
	@echo "  make opmerkingen DOCX=\"plan van de wethouder.docx\""
	@echo "                                   zet opmerkingen uit Word in de werkmap; u ziet eerst wat erbij komt"
	@echo "  make start MAP=noorderland       begin een nieuwe samenwerking in een eigen map; het programma stelt vragen"
	@echo "  make toets                       laat andere programma’s de gemaakte documenten keuren"
	@echo "  make test                        controleer het programma zelf"
	@echo "  make bench AANTAL=40             meet hoe snel het programma is, met verzonnen gebieden"
	@echo "  make schoon                      gooi de gemaakte plannen en figuren weg"
	@echo ""
	@echo "Een ander jaar? Zet er JAAR=2026 achter. Zonder JAAR maakt u het nieuwste plan."
	@echo "Paginanummers in de inhoudsopgave van Word? Zet er PAGINANUMMERS=ja achter (hiervoor is LibreOffice nodig)."
	@echo "Grafieken die u in Word kunt veranderen? Zet er GRAFIEKEN=bewerkbaar achter."
	@echo "Alle plannen echt opnieuw? Typ: make alles OPNIEUW=ja"
	@echo "Plannen van een andere samenwerking? Zet er MAP=voorbeelden/meppel achter."
	@echo "Ook een PDF of een ODT? Zet er FORMAAT=pdf of FORMAAT=odt achter (voor ODT is LibreOffice nodig)."

gebiedsplan: $(KLAAR)
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make gebiedsplan GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) maak "$(GEBIED)" $(JAAR_OPTIE) $(MAAK_OPTIES)

voorstel: $(KLAAR)
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make voorstel GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) voorstel "$(GEBIED)" $(JAAR_OPTIE) $(MAAK_OPTIES)

alles: $(KLAAR)
	@$(GEBIEDSPLAN) alles $(JAAR_OPTIE) $(MAAK_OPTIES) $(if $(filter ja,$(OPNIEUW)),--alles-opnieuw) \
		$(if $(TEGELIJK),--tegelijk "$(TEGELIJK)") $(if $(UITVOERDER),--uitvoerder "$(UITVOERDER)")

vergelijking: $(KLAAR)
	@$(GEBIEDSPLAN) vergelijk $(JAAR_OPTIE) $(MAAK_OPTIES)

preventiekaart: $(VENV)/.klaar
	@$(GEBIEDSPLAN) preventiekaart

agenda: $(KLAAR)
	@$(GEBIEDSPLAN) agenda $(if $(GEBIED),"$(GEBIED)") $(JAAR_OPTIE)

controleer: $(VENV)/.klaar $(if $(filter ja,$(TAAL)),$(VENV)/.klaar-taal)
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make controleer GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) controleer "$(GEBIED)" $(JAAR_OPTIE) $(if $(ANNOTEER),--annoteer) $(if $(filter ja,$(TAAL)),--taal)

taal: $(VENV)/.klaar-taal
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make taal GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) taal "$(GEBIED)" $(JAAR_OPTIE)

verschil: $(VENV)/.klaar
	@$(if $(and $(GEBIED),$(VAN),$(NAAR))$(and $(OUD),$(NIEUW)),,echo "Wat vergelijken? Typ bijvoorbeeld: make verschil GEBIED=heiloo VAN=2026 NAAR=2027" >&2; exit 2)
	@$(GEBIEDSPLAN) verschil $(if $(OUD),"$(OUD)" "$(NIEUW)" $(if $(GEBIED),--gebied "$(GEBIED)"),"$(GEBIED)" "$(VAN)" "$(NAAR)")

nieuw: $(VENV)/.klaar
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make nieuw GEBIED=heiloo JAAR=2028" >&2; exit 2)
	@$(GEBIEDSPLAN) nieuw "$(GEBIED)" $(JAAR_OPTIE)

start: $(VENV)/.klaar
	@$(if $(MAP),,echo "Welke map? Typ bijvoorbeeld: make start MAP=noorderland" >&2; exit 2)
	@$(BIN)/gebiedsplan start "$(MAP)" $(if $(ANTWOORDEN),--antwoorden "$(ANTWOORDEN)")

# Wat anderen van de gemaakte documenten vinden. De programma’s uit npm komen erbij als npm er is.
toets: $(VENV)/.klaar-test tests/gereedschap/node_modules
	@PYTHONPATH=tests $(BIN)/python -m keuring build

tests/gereedschap/node_modules: tests/gereedschap/package-lock.json
	-@npm ci --ignore-scripts --no-audit --no-fund --silent --prefix tests/gereedschap

importeer: $(VENV)/.klaar
	@$(if $(BESTAND)$(OPHALEN),,echo "Welk bestand? Typ bijvoorbeeld: make importeer BESTAND=kwb-2023.xlsx GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) importeer $(GEBIED) $(JAAR_OPTIE) $(IMPORTEER_OPTIES)

opmerkingen: $(VENV)/.klaar
	@$(if $(DOCX),,echo "Welk document? Typ bijvoorbeeld: make opmerkingen DOCX=\"plan van de wethouder.docx\"" >&2; exit 2)
	@$(GEBIEDSPLAN) opmerkingen "$(DOCX)"

bekijk: $(VENV)/.klaar-bekijk
	@$(if $(GEBIED),,echo "Welk gebied? Typ bijvoorbeeld: make bekijk GEBIED=heiloo" >&2; exit 2)
	@$(GEBIEDSPLAN) bekijk "$(GEBIED)" $(JAAR_OPTIE) $(if $(POORT),--poort $(POORT)) $(if $(filter ja,$(OPEN)),--open)

# De controle op typen loopt naast de tests: die wachten vaak op een ander programma.
test: $(VENV)/.klaar-test
	@$(MAKE) --no-print-directory -j 2 stijl tests

tests: $(VENV)/.klaar-test
	$(BIN)/python -m pytest -n $(WERKERS) --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# Wat van het programma zelf klopt zonder het te draaien: alleen wat veranderd is, kost tijd.
stijl: $(VENV)/.klaar-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Meten, niet toetsen: hier slaagt of mislukt niets. Landelijk is AANTAL=3420.
bench: $(VENV)/.klaar-test
	@PYTHONPATH=tests $(BIN)/python -m bench --aantal $(or $(AANTAL),40) $(if $(ZAAD),--zaad $(ZAAD)) --json build/bench.json

schoon:
	rm -rf build figures

# De omgeving wordt één keer gemaakt, en opnieuw als de lijst met onderdelen verandert.
define OMGEVING
@echo "Even geduld: het programma wordt één keer klaargezet."
@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 of nieuwer is nodig. U hebt " + sys.version.split()[0] + ".")'
@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
endef

$(VENV)/.klaar: pyproject.toml constraints.txt
	$(OMGEVING)
	@$(INSTALLEER) -e .
	@touch $@

$(VENV)/.klaar-pdf: $(VENV)/.klaar
	@$(INSTALLEER) -e ".[pdf]"
	@touch $@

$(VENV)/.klaar-dask: $(VENV)/.klaar
	@$(INSTALLEER) -e ".[dask]"
	@touch $@

$(VENV)/.klaar-bekijk: $(VENV)/.klaar
	@$(INSTALLEER) -e ".[bekijk]"
	@touch $@

$(VENV)/.klaar-taal: $(VENV)/.klaar
	@$(INSTALLEER) -e ".[taal]"
	@touch $@

# Wie test, zet alles in één keer klaar.
$(VENV)/.klaar-test: pyproject.toml constraints.txt
	$(OMGEVING)
	@$(INSTALLEER) -e ".[test]"
	@touch $(VENV)/.klaar $@
