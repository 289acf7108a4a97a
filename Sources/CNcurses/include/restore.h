#ifndef RESTORE_H
#define RESTORE_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/*
 * What signal handlers touch. It is C, because a lazy global or a runtime check of Swift's may not
 * run in a handler.
 */

/* The pipe that ends every wait: its reading end, or -1. A byte is a signal's number, or 0 when
   somebody has posted something. */
int wake_descriptor(void);
/* From any thread; any number of calls before the next wake_answered() is one byte. */
void wake_post(void);
/* Before looking at what was posted. */
void wake_answered(void);

/* Signals are noted on the pipe; crashes restore the terminal first. Ignored ones stay ignored. */
bool handlers_install(void);
/* Noted signals do again what they did before. Crashes stay ours: Swift's own handler asks at the
   terminal whether to go on, and waits. */
void handlers_remove(void);
/* Stops the whole job as Ctrl-Z does on an ordinary line, and returns when it goes on. */
void stop_job(void);
/* Returns when this job may use the line; in the background it stops, as any job there does. */
void await_foreground(int line);
/* Ends this process by a signal's default action. */
__attribute__((noreturn)) void leave_by(int number);

/* What the last resort undoes: the bytes to write, the line's settings, and whose text to repeat. */
void undo_arm(
    const char *bytes, size_t count, int output, int line, const struct termios *settings,
    int log, int errors);
/* The terminal is as it was found; a crash needs nothing. */
void undo_disarm(void);

/* A file for descriptor 2 while the screen is up: at a path, or in memory when path is NULL. */
int log_open(const char *path);
/* Repeats the end of what was logged since the last call. */
void log_replay(int log, int errors);

#endif
