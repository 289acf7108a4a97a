#define _GNU_SOURCE
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  undo_capacity = 512,
  tail_bytes = 4096,
  log_bytes = 1 << 20,
  stack_bytes = 1 << 16,
  stuck_ms = 500
};

static const int noted[] = {
    SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
enum { noted_count = sizeof noted / sizeof *noted };
enum { crash_count = sizeof crashes / sizeof *crashes };

static int pipe_ends[2] = {-1, -1};
static atomic_bool posted;

static struct sigaction found[noted_count];
static bool installed;
static char stack[stack_bytes];

static atomic_bool armed;
static char undo[undo_capacity];
static size_t undo_count;
static int undo_output, undo_line, undo_log, undo_errors;
static struct termios undo_settings;
static off_t replayed;

/* Writes all of it; a terminal that is gone or stuck takes nothing, and that is all right. */
static void put(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd full = {.fd = descriptor, .events = POLLOUT};
      if (poll(&full, 1, stuck_ms) > 0) continue;
    }
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

/* A full pipe needs no further byte: whoever waits is awake already. */
static void drop_in(const char *byte) {
  int kept = errno;
  while (write(pipe_ends[1], byte, 1) < 0 && errno == EINTR) {
  }
  errno = kept;
}

int wake_descriptor(void) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  return pipe_ends[0];
}

void wake_post(void) {
  if (pipe_ends[1] < 0 || atomic_exchange(&posted, true)) return;
  drop_in("");
}

void wake_answered(void) { atomic_store(&posted, false); }

static void note(int number) {
  char byte = (char)number;
  drop_in(&byte);
}

static void undo_now(void) {
  if (!atomic_exchange(&armed, false)) return;
  put(undo_output, undo, undo_count);
  /* In the background the line is someone else's, and asking for it would stop us. */
  if (tcgetpgrp(undo_line) == getpgrp()) tcsetattr(undo_line, TCSANOW, &undo_settings);
  log_replay(undo_log, undo_errors);
}

static void last_resort(int number) {
  undo_now();
  leave_by(number);
}

static void set_action(int number, struct sigaction *before, void (*action)(int), int flags) {
  struct sigaction wanted;
  memset(&wanted, 0, sizeof wanted);
  sigemptyset(&wanted.sa_mask);
  wanted.sa_handler = action;
  wanted.sa_flags = flags;
  sigaction(number, &wanted, before);
}

bool handlers_install(void) {
  static bool registered;
  if (installed) return true;
  if (wake_descriptor() < 0) return false;
  /* Whoever calls exit in the middle of a screen gets it undone, too. */
  if (!registered) registered = atexit(undo_now) == 0;
  stack_t alternate = {.ss_sp = stack, .ss_size = stack_bytes, .ss_flags = 0};
  if (sigaltstack(&alternate, NULL) != 0) return false;
  for (int i = 0; i < noted_count; i++) {
    set_action(noted[i], &found[i], note, SA_ONSTACK | SA_RESTART);
    /* What nohup or a shell switched off stays off. */
    if (found[i].sa_handler == SIG_IGN) sigaction(noted[i], &found[i], NULL);
  }
  for (int i = 0; i < crash_count; i++)
    set_action(crashes[i], NULL, last_resort, SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
  installed = true;
  return true;
}

void handlers_remove(void) {
  if (!installed) return;
  for (int i = 0; i < noted_count; i++) sigaction(noted[i], &found[i], NULL);
  installed = false;
}

void stop_job(void) {
  struct sigaction before;
  set_action(SIGTSTP, &before, SIG_DFL, 0);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}

void await_foreground(int line) { tcflow(line, TCOON); }

void leave_by(int number) {
  set_action(number, NULL, SIG_DFL, 0);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(number);
  _exit(128 + number);
}

void undo_arm(
    const char *bytes, size_t count, int output, int line, const struct termios *settings,
    int log, int errors) {
  atomic_store(&armed, false);
  undo_count = count < undo_capacity ? count : undo_capacity;
  memcpy(undo, bytes, undo_count);
  undo_output = output;
  undo_line = line;
  undo_settings = *settings;
  undo_log = log;
  undo_errors = errors;
  atomic_store(&armed, true);
}

void undo_disarm(void) { atomic_store(&armed, false); }

int log_open(const char *path) {
  int log = path ? open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600)
                 : memfd_create("errors", MFD_CLOEXEC);
  if (log < 0) return -1;
  struct stat information;
  if (fstat(log, &information) != 0 || !S_ISREG(information.st_mode) || fchmod(log, 0600) != 0) {
    close(log);
    return -1;
  }
  if (information.st_size > log_bytes && ftruncate(log, 0) == 0) information.st_size = 0;
  replayed = information.st_size;
  return log;
}

void log_replay(int log, int errors) {
  static char tail[tail_bytes];
  if (log < 0 || errors < 0) return;
  off_t end = lseek(log, 0, SEEK_END);
  off_t start = end - replayed > tail_bytes ? end - tail_bytes : replayed;
  replayed = end;
  if (end <= start) return;
  ssize_t count = pread(log, tail, (size_t)(end - start), start);
  if (count > 0) put(errors, tail, (size_t)count);
}
