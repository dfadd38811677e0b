/* camera_device: which node is the camera, and what hinders it. */
#ifndef TIEPDON_CAMERA_DEVICE_H
#define TIEPDON_CAMERA_DEVICE_H
#include "core/fault.h"
#include <stdbool.h>

enum { CAMERA_NODE_SIZE = 200 };

/* `device`, or for "" the first node that captures. CAMERA_NONE where none does; else what hinders the first
 * camera that is there: CAMERA_BUSY, CAMERA_DENIED, CAMERA_FAILED. Opens nodes, so a driver may let it wait. */
NEEDED enum fault camera_find(const char *device, char ret_node[CAMERA_NODE_SIZE]);

/* A node that may be a camera is there; not asked what it is. */
bool camera_there(const char *device);

/* The fault that an errno of a camera means. */
enum fault camera_fault(int error);

#endif
