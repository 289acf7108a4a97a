#include <vterm.h>
#include <wchar.h>

// POSIX, but hidden from Swift's Glibc module behind a feature macro.
int wcwidth(wchar_t character);
