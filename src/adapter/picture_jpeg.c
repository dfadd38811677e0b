/* picture_jpeg: libjpeg decodes straight to grey; its errors jump back here and nowhere else. */
#include "adapter/picture_grey.h"

#include <setjmp.h>
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>

/* A progressive file may repeat its scans without end for a few bytes each;
 * real ones have ten to fourteen. */
enum { SCANS_MAX = 32 };

struct decoder {
    struct jpeg_error_mgr error; /* first: libjpeg hands back a pointer to it */
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct jpeg;
    struct grey grey;
    jmp_buf failed;
};

_Noreturn static void on_error(j_common_ptr jpeg)
{
    struct decoder *decoder = (struct decoder *)jpeg->err;
    longjmp(decoder->failed, 1);
}

/* Where data is lost libjpeg goes on with grey areas: half a picture is not what the person meant to show. */
static void on_message(j_common_ptr jpeg, int level)
{
    int code = jpeg->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE)) {
        on_error(jpeg);
    }
}

static void on_progress(j_common_ptr jpeg)
{
    if (((j_decompress_ptr)jpeg)->input_scan_number > SCANS_MAX) {
        on_error(jpeg);
    }
}

static void silent(j_common_ptr jpeg)
{
    (void)jpeg;
}

static enum fault decode(struct decoder *decoder, const unsigned char *bytes, size_t len)
{
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    struct grey *grey = &decoder->grey;
    jpeg_mem_src(jpeg, bytes, len);
    jpeg_read_header(jpeg, TRUE);
    jpeg->out_color_space = JCS_GRAYSCALE;
    enum fault fault = grey_alloc(jpeg->image_width, jpeg->image_height, grey);
    if (fault) {
        return fault;
    }
    jpeg_start_decompress(jpeg);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = grey->pixels + (size_t)jpeg->output_scanline * grey->width;
        jpeg_read_scanlines(jpeg, &row, 1);
    }
    jpeg_finish_decompress(jpeg);
    return FAULT_NONE;
}

/* The one place libjpeg jumps back to; everything it may have changed lives in
 * *decoder, nothing in locals. */
static enum fault decode_guarded(struct decoder *decoder, const unsigned char *bytes, size_t len)
{
    decoder->jpeg.err = jpeg_std_error(&decoder->error);
    decoder->error.error_exit = on_error;
    decoder->error.emit_message = on_message;
    decoder->error.output_message = silent;
    decoder->progress.progress_monitor = on_progress;
    if (setjmp(decoder->failed)) {
        return FAULT_PICTURE_DAMAGED;
    }
    jpeg_create_decompress(&decoder->jpeg);
    decoder->jpeg.progress = &decoder->progress;
    return decode(decoder, bytes, len);
}

enum fault grey_read_jpeg(const unsigned char *bytes, size_t len, struct grey *ret_grey)
{
    struct decoder decoder = {0};
    enum fault fault = decode_guarded(&decoder, bytes, len);
    jpeg_destroy_decompress(&decoder.jpeg);
    if (fault) {
        grey_free(&decoder.grey);
    } else {
        *ret_grey = decoder.grey;
    }
    return fault;
}
