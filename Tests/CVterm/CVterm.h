#include <vterm.h>

/* Needs a feature macro that Swift's own C library module is built without. */
int pipe2(int ends[2], int flags);
