# tiepdon: `make help` lists the targets. Variants build side by side under build/.
CC       ?= gcc
VARIANT  ?= release
PREFIX   ?= /usr/local
JOBS     ?= $(shell nproc)
B        := build/$(VARIANT)
VERSION  := $(shell cat data/VERSION)

PACKAGES := ncursesw libevdev libudev xkbcommon zbar sqlite3 libutf8proc inih libpng libjpeg libcrypto libqrencode jansson libcurl libxml-2.0 xlsxwriter libcrypt
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes -Werror
HARDEN   := -fPIE -fstack-protector-strong
OPT_release  := -O2 -g -D_FORTIFY_SOURCE=3
OPT_fuzz     := -O1 -g -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all
OPT_clang    := $(OPT_release)
# Under the sanitizers gcc's flow warnings see paths that are not there; the other variants keep them.
OPT_sanitize := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer \
                -Wno-format-truncation -Wno-stringop-overflow -Wno-maybe-uninitialized
CFLAGS   ?=
ALL_CFLAGS = -std=c17 $(WARN) $(HARDEN) $(OPT_$(VARIANT)) -D_GNU_SOURCE -DVERSION='"$(VERSION)"' \
             -DSHARE_DIR='"$(PREFIX)/share/tiepdon"' -Isrc -pthread $(CFLAGS)
LDFLAGS_ALL = -pie -Wl,-z,relro,-z,now -pthread $(filter -fsanitize=%,$(OPT_$(VARIANT))) $(LDFLAGS)
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)

objects   = $(patsubst %.c,$(B)/%.o,$(wildcard $(1)))
CORE      := $(call objects,src/core/*.c)
UI        := $(call objects,src/ui/*.c)
ADAPTER   := $(call objects,src/adapter/*.c)
COMMAND   := $(call objects,src/command/*.c)
DEMO      := $(filter-out %/main.o,$(call objects,src/demo/*.c))
LIBRARY   := $(CORE) $(UI) $(ADAPTER) $(COMMAND)

.PHONY: run portal test test-vm check sanitize fuzz accuracy keys bench format lint install help setup clean all
all: $(B)/tiepdon $(B)/tiepdon-demo

run: setup        ## install what is missing, build, open the demonstration counter
	@$(MAKE) -s -j$(JOBS) all
	@scripts/run $(B)

portal: setup     ## a stand-in for the portal on loopback, and a demonstration counter that asks it
	@$(MAKE) -s -j$(JOBS) all $(B)/tiepdon-portal
	@scripts/portal $(B)

test: setup       ## the same set-up, then every test
	@$(MAKE) -s -j$(JOBS) all tests
	@scripts/test all $(B)

test-vm:          ## scanners, USB, serial, console, power cut on Debian's kernel in QEMU; skips aloud without it
	@scripts/setup vm || : # without them it is skipped
	@$(MAKE) -s -j$(JOBS) all $(VM)
	@tests/vm/run $(B)

check:            ## the fast tests: unit, cases, golden screens, direction of includes
	@$(MAKE) -s -j$(JOBS) all tests
	@scripts/test fast $(B)

sanitize:         ## all fast tests under ASan and UBSan, after a planted leak and overflow were caught
	@$(MAKE) -s -j$(JOBS) VARIANT=sanitize all tests
	@scripts/test sanitize build/sanitize

fuzz:             ## every fuzzer for SECONDS=20 each (libFuzzer: clang and libclang-rt-14-dev)
	@$(MAKE) -s -j$(JOBS) VARIANT=fuzz CC=clang fuzzers
	@scripts/fuzz build/fuzz $(or $(SECONDS),20)

accuracy:         ## how right addresses and names are judged, by class, with each map there is
	@$(MAKE) -s -j$(JOBS) $(B)/accuracy
	@LC_ALL=C.UTF-8 $(B)/accuracy $(ARGS)

keys:             ## keys and seconds of each task at the counter, beside the same task in a browser
	@$(MAKE) -s -j$(JOBS) all $(B)/tiepdon-portal
	@scripts/keys $(B)

bench:            ## ratios against plain SQLite, `sqlite3 .import` and copying, then figures; PART=strokes, judge or portal is quick, PART=search types questions
	@$(MAKE) -s -j$(JOBS) all $(B)/bench $(B)/tiepdon-portal
	@scripts/bench $(B) $(PART)

format:           ## clang-format every source in place
	@git ls-files '*.c' '*.h' | xargs clang-format -i

lint:             ## clang warnings, clang-tidy, format check, shell syntax
	@scripts/lint

install: all      ## DESTDIR= PREFIX=: program, keymaps, data, udev rule, man page
	@scripts/install $(B) "$(DESTDIR)" "$(PREFIX)"

setup:            ## install the Debian packages that are missing
	@scripts/setup

help:             ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

clean:            ## remove everything built
	@rm -rf build

$(B)/tiepdon: $(B)/src/main.o $(LIBRARY)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

$(B)/tiepdon-demo: $(B)/src/demo/main.o $(DEMO) $(LIBRARY)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

# Unit tests link the core alone: a core that needs a device, a database or a screen does not link.
$(B)/test-unit: $(call objects,tests/unit/*.c tests/cases/lookup.c tests/cases/lookup_find.c tests/cases/codes.c tests/support/map.c tests/support/table.c tests/support/walk.c) $(CORE)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ -lutf8proc -lcriterion

$(B)/test-adapter: $(call objects,tests/adapter/*.c) $(call objects,tests/support/*.c) $(DEMO) $(LIBRARY)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) $(MICROHTTPD) -lssl -lcriterion -lm

$(B)/test-screens: $(call objects,tests/screens/*.c tests/cases/world.c tests/cases/world_portal.c tests/cases/lookup.c tests/cases/lookup_find.c tests/support/map.c \
                   tests/support/table.c src/adapter/qr.c) $(CORE) $(UI)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ -lutf8proc $(shell pkg-config --libs ncursesw libqrencode)

$(B)/test-cases: $(call objects,tests/cases/*.c tests/support/map.c tests/support/table.c src/adapter/encoding.c) $(CORE)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ -lutf8proc

$(B)/bench: $(call objects,tests/bench/*.c) $(filter-out %/main.o,$(call objects,tests/accuracy/*.c)) \
    $(B)/tests/support/members.o $(B)/src/demo/words.o $(CORE) $(ADAPTER)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) -lm

$(B)/accuracy: $(call objects,tests/accuracy/*.c) $(B)/src/demo/words.o $(CORE) $(ADAPTER)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

# The stand-in portal, alone and within tests.
STANDIN := $(call objects,tests/support/portal*.c)
MICROHTTPD := $(shell pkg-config --libs libmicrohttpd 2>/dev/null)
$(B)/tiepdon-portal: $(B)/tests/portal/main.o $(STANDIN) $(DEMO) $(LIBRARY)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) $(MICROHTTPD)

# What an hour without the portal leaves behind.
$(B)/tiepdon-outage: $(B)/tests/portal/outage.o $(LIBRARY)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

# What the test machine runs beside the program: see tests/vm/run.
VM := $(addprefix $(B)/vm-,scanner console grab video)
$(B)/vm-scanner: $(call objects,$(addprefix tests/vm/,layout.c model.c scanner.c typing.c wire.c))
	$(CC) $(LDFLAGS_ALL) -o $@ $^

$(B)/vm-console $(B)/vm-grab: $(B)/vm-%: $(B)/tests/vm/%.o
	$(CC) $(LDFLAGS_ALL) -o $@ $^

$(B)/vm-video: $(B)/tests/vm/video.o $(LIBRARY)
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

FUZZERS := $(patsubst tests/fuzz/%.c,$(B)/fuzz-%,$(wildcard tests/fuzz/*.c))
.PHONY: fuzzers
fuzzers: $(FUZZERS)
$(B)/fuzz-address: $(B)/tests/support/map.o
$(B)/fuzz-%: $(B)/tests/fuzz/%.o $(LIBRARY)
	$(CC) $(LDFLAGS_ALL) -fsanitize=fuzzer -o $@ $^ $(PKG_LIBS)

.PHONY: tests
tests: $(B)/test-unit $(B)/test-adapter $(B)/test-screens $(B)/test-cases $(B)/accuracy $(B)/tiepdon-portal $(B)/tiepdon-outage

# The schema is a part of the program.
$(B)/src/adapter/store_schema.o: $(wildcard data/schema/*.sql)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

-include $(shell find $(B) -name '*.d' 2>/dev/null)
