/* shell_camera: the camera runs while the desk is in MODE_CAMERA, and not a moment longer. */
#ifndef TIEPDON_SHELL_CAMERA_H
#define TIEPDON_SHELL_CAMERA_H
#include "command/shell.h"

/* Starts or stops it as the desk stands, and hands on what it saw. Call after the other events of a batch. */
void shell_camera(struct shell *shell, uint64_t now);

/* Whether the header's keys offer it. */
void shell_update_camera(struct shell *shell);

#endif
