/* vm-video: the other end of the kernel's virtual camera (the driver vivid), whose output node is looped to its capture node.
 *
 *     vm-video show OUTPUT CAPTURE [PICTURE.png...] holds the pictures before the camera, side by side, or a bare wall,
 *                                                   until it is ended
 *     vm-video set NODE "Loop Video" 1              sets a control by its name
 *     vm-video hold CAPTURE                         takes the camera as another program would, until it is ended */
#include "adapter/picture_grey.h"
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WHITE = 235, FILE_MAX = 1 << 20, WALL = 128, BUFFERS = 4 };

static void give_up(const char *what)
{
    perror(what);
    exit(1);
}

static int open_node(const char *node)
{
    int fd = open(node, O_RDWR);
    if (fd < 0) {
        give_up(node);
    }
    return fd;
}

static void set_control(const char *node, const char *name, int value)
{
    int fd = open_node(node);
    struct v4l2_queryctrl about = {.id = V4L2_CTRL_FLAG_NEXT_CTRL};
    while (ioctl(fd, VIDIOC_QUERYCTRL, &about) == 0) {
        if (strcmp((const char *)about.name, name) == 0) {
            struct v4l2_control control = {.id = about.id, .value = value};
            if (ioctl(fd, VIDIOC_S_CTRL, &control) < 0) {
                give_up(name);
            }
            close(fd);
            return;
        }
        about.id |= V4L2_CTRL_FLAG_NEXT_CTRL;
    }
    give_up(name);
}

static void hold(const char *node)
{
    int fd = open_node(node);
    struct v4l2_requestbuffers buffers = {
        .count = 2, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP};
    if (ioctl(fd, VIDIOC_REQBUFS, &buffers) < 0) {
        give_up("VIDIOC_REQBUFS");
    }
    puts("held");
    fflush(stdout);
    pause();
}

static struct grey read_picture(const char *path)
{
    static unsigned char bytes[FILE_MAX];
    struct grey grey = {0};
    FILE *file = fopen(path, "r");
    size_t len = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (grey_read_png(bytes, len, &grey)) {
        give_up(path);
    }
    fclose(file);
    return grey;
}

/* Both ends in greys, or the driver would not loop one to the other: the form that the counter asks for first. */
static struct v4l2_pix_format same_form(int output, int capture)
{
    struct v4l2_format form = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE};
    for (int end = 0; end < 2; end++) {
        int fd = end ? output : capture;
        form.type = end ? V4L2_BUF_TYPE_VIDEO_OUTPUT : V4L2_BUF_TYPE_VIDEO_CAPTURE;
        if (ioctl(fd, VIDIOC_G_FMT, &form) < 0) {
            give_up("VIDIOC_G_FMT");
        }
        bool grey = form.fmt.pix.pixelformat == V4L2_PIX_FMT_GREY;
        form.fmt.pix.pixelformat = V4L2_PIX_FMT_GREY;
        form.fmt.pix.bytesperline = form.fmt.pix.sizeimage = 0;
        if (!grey && ioctl(fd, VIDIOC_S_FMT, &form) < 0) {
            give_up("VIDIOC_S_FMT");
        }
    }
    if (ioctl(output, VIDIOC_G_FMT, &form) < 0) {
        give_up("VIDIOC_G_FMT");
    }
    return form.fmt.pix;
}

/* Draws a picture as large as it fits its share of the frame's width. */
static void draw(unsigned char *frame, const struct v4l2_pix_format *form, const struct grey *picture,
                 unsigned left, unsigned width)
{
    unsigned side = width < form->height ? width : form->height;
    for (unsigned y = 0; y < side; y++) {
        for (unsigned x = 0; x < side; x++) {
            unsigned char grey = picture->pixels[(size_t)(y * picture->height / side) * picture->width +
                                                 x * picture->width / side];
            frame[(size_t)y * form->bytesperline + left + x] = grey > WHITE ? WHITE : grey;
        }
    }
}

static unsigned char *paint(const struct v4l2_pix_format *form, int count, char **pictures)
{
    unsigned char *frame = malloc(form->sizeimage);
    if (!frame) {
        give_up("malloc");
    }
    memset(frame, WALL, form->sizeimage);
    for (int i = 0; i < count; i++) {
        struct grey picture = read_picture(pictures[i]);
        unsigned width = form->width / (unsigned)count;
        draw(frame, form, &picture, width * (unsigned)i, width);
        grey_free(&picture);
    }
    return frame;
}

static struct v4l2_buffer buffer_of(const struct v4l2_pix_format *form, unsigned index)
{
    return (struct v4l2_buffer){.index = index,
                                .type = V4L2_BUF_TYPE_VIDEO_OUTPUT,
                                .memory = V4L2_MEMORY_MMAP,
                                .bytesused = form->sizeimage,
                                .field = form->field};
}

/* Every buffer holds the same frame; the driver takes them in turn. */
static void stream(int out, const struct v4l2_pix_format *form, const unsigned char *frame)
{
    int type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    struct v4l2_requestbuffers asked = {.count = BUFFERS, .type = (unsigned)type, .memory = V4L2_MEMORY_MMAP};
    if (ioctl(out, VIDIOC_REQBUFS, &asked) < 0) {
        give_up("VIDIOC_REQBUFS");
    }
    for (unsigned i = 0; i < asked.count; i++) {
        struct v4l2_buffer buffer = buffer_of(form, i), queued = buffer;
        void *memory = ioctl(out, VIDIOC_QUERYBUF, &buffer) < 0
                           ? MAP_FAILED
                           : mmap(NULL, buffer.length, PROT_WRITE, MAP_SHARED, out, buffer.m.offset);
        if (memory == MAP_FAILED) {
            give_up("a buffer");
        }
        memcpy(memory, frame, form->sizeimage);
        if (ioctl(out, VIDIOC_QBUF, &queued) < 0) {
            give_up("VIDIOC_QBUF");
        }
    }
    if (ioctl(out, VIDIOC_STREAMON, &type) < 0) {
        give_up("VIDIOC_STREAMON");
    }
}

static void show(const char *output, const char *capture, int count, char **pictures)
{
    int out = open_node(output), in = open_node(capture);
    struct v4l2_pix_format form = same_form(out, in);
    unsigned char *frame = paint(&form, count, pictures);
    stream(out, &form, frame);
    printf("shown in %.4s %ux%u\n", (const char *)&form.pixelformat, form.width, form.height);
    fflush(stdout);
    for (struct v4l2_buffer buffer = buffer_of(&form, 0); ioctl(out, VIDIOC_DQBUF, &buffer) == 0;) {
        buffer = buffer_of(&form, buffer.index);
        if (ioctl(out, VIDIOC_QBUF, &buffer) < 0) {
            break;
        }
    }
    free(frame);
    give_up(output);
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[1], "set") == 0) {
        set_control(argv[2], argv[3], (int)strtol(argv[4], NULL, 10));
    } else if (argc == 3 && strcmp(argv[1], "hold") == 0) {
        hold(argv[2]);
    } else if (argc >= 4 && strcmp(argv[1], "show") == 0) {
        show(argv[2], argv[3], argc - 4, argv + 4);
    } else {
        fprintf(stderr, "see the head of tests/vm/video.c\n");
        return 2;
    }
    return 0;
}
