/** Longest side of a picture that is looked at, in pixels: a QR held up needs no more, and less is quicker. */
const largestSide = 720

/** Of the shorter side, how much the frame on the screen shows to aim with. */
const regionShare = 0.8

/**
 * A picture of what the video shows, or null when it shows nothing yet. Mostly the middle, where people aim; every third
 * one is the whole, for what is held close or beside it.
 */
export async function takePicture(
  video: HTMLVideoElement,
  count: number,
): Promise<ImageBitmap | null> {
  const { videoWidth: width, videoHeight: height } = video
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || width === 0) return null
  const region =
    count % 3 === 2 ? { x: 0, y: 0, width, height } : middleOf(width, height, regionShare)
  const scale = Math.min(1, largestSide / Math.max(region.width, region.height))
  const size = {
    resizeWidth: Math.round(region.width * scale),
    resizeHeight: Math.round(region.height * scale),
  }
  // Older Safari knows no sizes here; a large picture is only slower. What fails twice has lost its camera just now.
  return cut(video, region, size).catch(() => cut(video, region).catch(() => null))
}

type Region = { x: number; y: number; width: number; height: number }

function cut(video: HTMLVideoElement, region: Region, size?: ImageBitmapOptions) {
  const { x, y, width, height } = region
  return createImageBitmap(video, x, y, width, height, size)
}

function middleOf(width: number, height: number, share: number): Region {
  const side = Math.round(Math.min(width, height) * share)
  return {
    x: Math.round((width - side) / 2),
    y: Math.round((height - side) / 2),
    width: side,
    height: side,
  }
}
