#ifndef CNCURSES_H
#define CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>
#include <wchar.h>

#include "restore.h"

/* Needs a feature macro that Swift's own C library module is built without. */
int wcwidth(wchar_t character);

/* Swift imports neither macros with casts nor C globals; these stand in for them. */

static inline WINDOW *curses_window(void) { return stdscr; }
static inline int curses_color_count(void) { return COLORS; }
static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }

/* The next refresh sends everything, as after somebody else wrote to the screen. */
static inline void curses_forget(void) { clearok(curscr, TRUE); }

/* One cell: at most a base and four combining marks, zero-terminated. */
static inline int curses_cell(
    cchar_t *cell, const wchar_t *text, attr_t attributes, short pair) {
  return setcchar(cell, text, attributes, pair, NULL);
}

/* One cell of a printable character of ASCII, as most are. */
static inline cchar_t curses_ascii_cell(int character, attr_t attributes, short pair) {
  cchar_t cell;
  const wchar_t text[2] = {character, 0};
  curses_cell(&cell, text, attributes, pair);
  return cell;
}

/* A terminal's description, looked up without starting curses. */
bool description_load(const char *name, int output);
/* A string capability with its padding removed; the length, or -1 when there is none. */
int description_string(const char *capability, char *text, int capacity);
void description_unload(void);

/* Curses on a terminal of this name, or NULL. */
SCREEN *curses_start(const char *name, int output, int input);
void curses_end(SCREEN *screen);

#endif
