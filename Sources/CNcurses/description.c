#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

bool description_load(const char *name, int output) {
  int found = 0;
  return setupterm(name, output, &found) == OK && found == 1;
}

void description_unload(void) {
  if (cur_term) del_curterm(cur_term);
}

int description_string(const char *capability, char *text, int capacity) {
  const char *found = tigetstr(capability);
  if (!found || found == (const char *)-1) return -1;
  int count = 0;
  while (*found && count < capacity) {
    const char *end = strncmp(found, "$<", 2) == 0 ? strchr(found, '>') : NULL;
    if (end)
      found = end + 1;
    else
      text[count++] = *found++;
  }
  return count;
}

/* Descriptors of our own: 0 and 1 stay what they are, and closing these closes nothing else. */
static FILE *output_stream, *input_stream;

static FILE *stream(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  FILE *opened = copy < 0 ? NULL : fdopen(copy, mode);
  if (!opened && copy >= 0) close(copy);
  return opened;
}

static void close_streams(void) {
  if (output_stream) fclose(output_stream);
  if (input_stream) fclose(input_stream);
  output_stream = input_stream = NULL;
}

SCREEN *curses_start(const char *name, int output, int input) {
  output_stream = stream(output, "w");
  input_stream = stream(input, "r");
  use_tioctl(TRUE);
  SCREEN *screen = NULL;
  if (output_stream && input_stream) screen = newterm(name, output_stream, input_stream);
  if (!screen) {
    close_streams();
    return NULL;
  }
  /* Coming back from a stop would reset a palette that the person has changed, and we never do. */
  char *reset = tigetstr("oc");
  if (reset && reset != (char *)-1) *reset = '\0';
  /* A frame is never left half drawn because a key is waiting. */
  typeahead(-1);
  return screen;
}

void curses_end(SCREEN *screen) {
  delscreen(screen);
  close_streams();
}
