/* camera_device: V4L2's nodes in the order of their numbers. */
#include "adapter/camera_device.h"
#include "core/text.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NODES = 64 };

static void name_node(int number, char node[CAMERA_NODE_SIZE])
{
    snprintf(node, CAMERA_NODE_SIZE, "/dev/video%d", number);
}

enum fault camera_fault(int error)
{
    switch (error) {
    case EBUSY: return FAULT_CAMERA_BUSY;
    case EACCES:
    case EPERM: return FAULT_CAMERA_DENIED;
    case ENOENT:
    case ENODEV:
    case ENXIO: return FAULT_CAMERA_NONE;
    case ENOTTY:
    case EINVAL: return FAULT_CAMERA_FORMAT;
    default: return FAULT_CAMERA_FAILED;
    }
}

/* FAULT_NONE when the node is a camera, CAMERA_NONE when it is something else: a codec, a webcam's second
 * node for its metadata. */
static enum fault probe(const char *node)
{
    struct v4l2_capability about = {.capabilities = 0};
    int fd = open(node, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        return camera_fault(errno);
    }
    int failed = ioctl(fd, VIDIOC_QUERYCAP, &about);
    close(fd);
    unsigned can = about.capabilities & V4L2_CAP_DEVICE_CAPS ? about.device_caps : about.capabilities;
    return !failed && can & V4L2_CAP_VIDEO_CAPTURE ? FAULT_NONE : FAULT_CAMERA_NONE;
}

static enum fault find_first(char node[CAMERA_NODE_SIZE])
{
    enum fault hindrance = FAULT_CAMERA_NONE;
    for (int i = 0; i < NODES; i++) {
        name_node(i, node);
        enum fault fault = probe(node);
        if (!fault) {
            return FAULT_NONE;
        }
        hindrance = hindrance == FAULT_CAMERA_NONE ? fault : hindrance;
    }
    return hindrance;
}

enum fault camera_find(const char *device, char ret_node[CAMERA_NODE_SIZE])
{
    if (!device[0]) {
        return find_first(ret_node);
    }
    enum fault fault = text_copy(ret_node, CAMERA_NODE_SIZE, device);
    return fault ? fault : probe(ret_node);
}

bool camera_there(const char *device)
{
    char node[CAMERA_NODE_SIZE];
    bool there = device[0] && access(device, F_OK) == 0;
    for (int i = 0; !device[0] && !there && i < NODES; i++) {
        name_node(i, node);
        there = access(node, F_OK) == 0;
    }
    return there;
}
