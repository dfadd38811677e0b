/* camera_feed: the camera's side of camera.h: opens it through zbar, looks at a frame ten times a second, and
 * tells what it sees.
 *
 * It ends with its process and tidies nothing up: the kernel does. Every frame stays in memory. */
#ifndef TIEPDON_CAMERA_FEED_H
#define TIEPDON_CAMERA_FEED_H

#define CAMERA_FEED "camera-feed" /* the subcommand */

/* Writes struct camera_event to `out`, a SOCK_SEQPACKET, and returns after the last one or when nobody reads
 * any more. `device` "" takes the first that captures. */
void camera_feed(const char *device, int out);

#endif
