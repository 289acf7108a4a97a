#include <vterm.h>
#include <wchar.h>

// POSIX and Linux, but hidden from Swift's Glibc module behind a feature macro.
int wcwidth(wchar_t character);
int pipe2(int ends[2], int flags);
