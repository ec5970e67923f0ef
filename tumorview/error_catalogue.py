"""Every kind of error that a user may meet: what it means and what can be done about it.

One table for the window, the command line (``tumorview errors``), the CSV and docs/ERRORS.md. A
code never changes its meaning; a test holds the table to the classes that exist.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """`cause`: what has happened; `remedy`: what the user can do, each in full sentences."""

    cause: str
    remedy: str


_COPY_AGAIN = "Copy the file again from where it came from."
_REINSTALL = "Install TumorView again."
_MODEL_AGAIN = "Install the model folder again from where it came."

CATALOGUE: dict[str, ErrorKind] = {
    # Reading an image
    "unreadable_file": ErrorKind(
        "The operating system does not let TumorView read the file.",
        "Check that it is still there and that you may read it.",
    ),
    "empty_file": ErrorKind("The file has no content.", _COPY_AGAIN),
    "not_an_image": ErrorKind(
        "The content is none of DICOM, PNG and JPEG, or the path is no plain file.",
        "A file is recognised by its content and not by its name; export it as one of these.",
    ),
    "index_file": ErrorKind(
        "The file is a DICOMDIR, an index of other files.", "Open the folder that it lies in."
    ),
    "archive_file": ErrorKind(
        "The file is a ZIP archive within a folder or within another archive; it is not unpacked "
        "there.",
        "Open the archive by itself: it is then listed like a folder.",
    ),
    "archive_damaged": ErrorKind(
        "A ZIP archive, or a file in it, is damaged, cut, or compressed in a way that is not read.",
        _COPY_AGAIN,
    ),
    "archive_unsafe": ErrorKind(
        "A ZIP archive has links, names that lead elsewhere, or files that share their bytes or "
        "their name; nothing of it was unpacked.",
        "Ask where it came from. Unpack it with a program that you trust, and open the folder.",
    ),
    "archive_encrypted": ErrorKind(
        "A ZIP archive asks for a password.",
        "Unpack it with its password, then open the folder.",
    ),
    "archive_no_room": ErrorKind(
        "The temporary folder has no room for what a ZIP archive holds.",
        "Free some space there, or unpack the archive elsewhere and open the folder.",
    ),
    "truncated_file": ErrorKind("The file ends before its content does.", _COPY_AGAIN),
    "no_pixel_data": ErrorKind(
        "The DICOM object has no image: a report, a presentation state, a structure set.",
        "Nothing is wrong with it; it cannot be analysed.",
    ),
    "invalid_tag": ErrorKind(
        "A DICOM attribute that the pixels depend on is missing or makes no sense; the sentence "
        "names it.",
        "Export the study again. If that does not help, report it to the maker of the device.",
    ),
    "unsupported_transfer_syntax": ErrorKind(
        "There is no decoder for the compression of the file.",
        "`tumorview doctor` lists what can be decoded; export the study in one of these.",
    ),
    "unsupported_image": ErrorKind(
        "The file is sound, but holds a kind of image that is not read.",
        "docs/CONFORMANCE.md lists what is read; export the image in another way.",
    ),
    "decode_failed": ErrorKind(
        "The pixel data cannot be decoded: they are damaged, or contradict the header.",
        _COPY_AGAIN,
    ),
    "decoder_crashed": ErrorKind(
        "The process that decoded the pixel data ended. It has been replaced.",
        "The file is damaged or made to do harm; the other images are not affected.",
    ),
    "decode_timeout": ErrorKind(
        "The pixel data take longer to decode than their size explains.",
        "The file is damaged or made to do harm; the other images are not affected.",
    ),
    "too_large": ErrorKind(
        "The file asks for more memory, frames or elements than TumorView gives one file.",
        "If you trust the file, raise the limits: `--limits N`, or `file_limits` in the settings. "
        "Else export it in parts; docs/CONFORMANCE.md states the limits.",
    ),
    "no_such_frame": ErrorKind(
        "The file has no frame of that number.", "Ask for one of those that the sentence names."
    ),
    "file_changed": ErrorKind(
        "The file was written to while TumorView read it, so that header and pixels may be of two "
        "versions.",
        "Open it again once it is complete.",
    ),
    "read_stalled": ErrorKind(
        "The drive that the file lies on has not answered for a long time.",
        "Check the drive or the network, then open the file again.",
    ),
    "not_a_volume": ErrorKind(
        "The series does not fill a space evenly: pictures of it in other planes would show what "
        "was never measured.",
        "Read it as it was taken.",
    ),
    "imaging": ErrorKind("An image could not be read.", _COPY_AGAIN),
    # The model
    "model_not_found": ErrorKind(
        "There is no model of that id, or none at all.",
        "`tumorview models` lists what is installed.",
    ),
    "model_manifest_invalid": ErrorKind(
        "A model folder's manifest is missing, unreadable or says something impossible.",
        _MODEL_AGAIN,
    ),
    "model_file_changed": ErrorKind(
        "A model file is not the one that its manifest names (SHA-256); it is not opened.",
        _MODEL_AGAIN,
    ),
    "model_unsafe": ErrorKind(
        "A model file asks for code or files that no model needs; it is not opened.",
        "Do not use it, and ask where it came from.",
    ),
    "model_file_missing": ErrorKind(
        "A file of the model is missing or cannot be read.", _MODEL_AGAIN
    ),
    "model_shape_mismatch": ErrorKind(
        "The model's inputs or outputs are not those that its manifest states.", _MODEL_AGAIN
    ),
    "model_gate_invalid": ErrorKind(
        "The numbers of the model's input gate cannot be used.", _MODEL_AGAIN
    ),
    "engine_unavailable": ErrorKind(
        "What was asked to run the model is not installed or does not start here.",
        "`tumorview doctor` says why; `--engine onnx` works on every machine.",
    ),
    "inference_failed": ErrorKind(
        "The model could not answer.", "Try again; if it stays, report it with the log."
    ),
    # Results
    "output_not_writable": ErrorKind(
        "A file or folder for results cannot be written: full, read-only, missing or in use.",
        "Free some space, close the program that has it open, or choose another place.",
    ),
    "parquet_missing": ErrorKind(
        "A table was to be written as Parquet, and the library for it is not installed.",
        "Install the extra `parquet`, or do without it: the CSV holds the same.",
    ),
    "color_map_invalid": ErrorKind("A colour map is missing or damaged.", _REINSTALL),
    "report_failed": ErrorKind(
        "A result could not be written.", "Choose another place and try again."
    ),
    "measurements_invalid": ErrorKind(
        "A file is no report of measurements that TumorView understands, or the images cannot be "
        "put into one.",
        "Choose a DICOM structured report of measurements (TID 1500).",
    ),
    "measurements_elsewhere": ErrorKind(
        "All measurements of the file are of images that are not open.",
        "Open the study that they were made on, then load them again.",
    ),
    "measurements_kept": ErrorKind(
        "The file that is there was not replaced: something in it would have been lost.",
        "Choose another name.",
    ),
    "measurements_need_dicom": ErrorKind(
        "Measurements of an image that is not DICOM cannot be saved as a DICOM report.",
        "Copy them as a table: Measure > Copy measurements.",
    ),
    # Folders, scans, settings
    "input_folder": ErrorKind(
        "The folder to scan is not there, is no folder, cannot be listed, or went away meanwhile.",
        "Check its name, the drive, and that you may read it; --resume goes on where it stopped.",
    ),
    "cluster_missing": ErrorKind(
        "A scan was to use a cluster, and the library for it (Dask) is not installed.",
        "Install the extra `cluster`, on every machine that takes part, or leave out --cluster.",
    ),
    "cluster_unreachable": ErrorKind(
        "There is no scheduler of a Dask cluster at the address, it asks for other certificates, "
        "or the connection to it was lost.",
        "Check the address and that the scheduler runs; --resume goes on where the scan stopped.",
    ),
    "cluster_workers": ErrorKind(
        "The cluster has no worker that can take part: there is none, or each has another version, "
        "another model, or does not see the folder.",
        "Start workers that have the same TumorView and models and see the folder under the same "
        "path; docs/SCALING.md says how.",
    ),
    "worker_lost": ErrorKind(
        "Each of the workers that were given the file ended: it may have been made to do harm, or "
        "ask for more memory than a worker has.",
        "Analyse the file by itself, with `tumorview analyze`; --retry-failed tries it again.",
    ),
    "journal_damaged": ErrorKind(
        "The journal of an earlier scan cannot be used to go on.",
        "Scan again without --resume; the finished rows of the CSV are not touched.",
    ),
    "pseudonym_key": ErrorKind(
        "The file with the key of the pseudonyms cannot be read or made, or holds no secret.",
        "Name a file with at least 32 random bytes, or let `--make-key` make one.",
    ),
    "settings_invalid": ErrorKind(
        "The settings file cannot be read, says something unknown, or cannot be written.",
        "Correct or delete it; TumorView then starts with its own settings.",
    ),
    "review_journal": ErrorKind(
        "The journal of accepted, rejected and commented results cannot be read or written.",
        "Check that there is room and that you may write there; `tumorview doctor` names the "
        "folder.",
    ),
    "nothing_to_show": ErrorKind(
        "The folder holds no image that can be read.", "Choose the folder of a study."
    ),
    "frames_not_tried": ErrorKind(
        "So many frames of the file failed one after the other, and all alike, that the rest was "
        "left alone.",
        "See the rows of the frames before.",
    ),
    "reformatted_image": ErrorKind(
        "The model was to be asked about a reformatted image. It has learned images as the scanner "
        "made them; what it would say of an interpolated one was never measured.",
        "Show the series as acquired and analyse that.",
    ),
    "out_of_memory": ErrorKind(
        "The machine has not enough memory for this image or this model.",
        "Close other programs, or scan with fewer --workers.",
    ),
    "service_failed": ErrorKind("A request could not be carried out.", "Try again."),
    "cancelled": ErrorKind("The work was cancelled, as asked.", "Start it again when you like."),
    "invalid_presets": ErrorKind("The table of window presets is damaged.", _REINSTALL),
    "theme_invalid": ErrorKind("The theme of the window is damaged.", _REINSTALL),
    "unexpected": ErrorKind(
        "Something that TumorView did not foresee; details without patients' data are in the log.",
        "Please report it with the log; `tumorview doctor` says where that is.",
    ),
}
