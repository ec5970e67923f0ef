"""Which attributes may tell who was examined, where, when and by whom.

Those that the Basic Application Level Confidentiality Profile removes or replaces (PS3.15 E.1 and
table E.1-1, edition 2024b), and what lies in their sequences. Where the table names single
attributes of a group or of a value representation that hardly holds anything else, the whole of it
counts: it is better to hide a date too many than a birth date.
"""

from __future__ import annotations

from pydicom.datadict import tag_for_keyword

_GROUPS = frozenset(
    {
        *(0x0010, 0x0012, 0x0038),  # patient, clinical trial subject, visit
        *(0x0016, 0x0032),  # camera and its place; study as it was ordered
        *(0x4000, 0x4008),  # text and results (retired)
    }
)
_VRS = frozenset({"PN", "DA", "DT", "TM", "LT", "ST", "UT", "UR", "AE"})
"""Names, dates, free text, addresses on a network."""

_KEYWORD_PARTS = (
    *("Physician", "Institution", "Operator", "Person", "Station", "SerialNumber"),
    *("Description", "Comments", "PhoneNumber", "TelephoneNumber", "Telecom", "Address"),
)
_KEYWORDS = """
AccessionNumber AcquisitionContextSequence AcquisitionFieldOfViewLabel ActualHumanPerformersSequence
AdmittingDiagnosesCodeSequence AnnotationGroupLabel AuthorObserverSequence BarcodeValue CassetteID
CertificateOfSigner CertifiedTimestamp ContainerComponentID ContainerIdentifier
ContentCreatorIdentificationCodeSequence ContentSequence ContrastBolusAgent
CustodialOrganizationSequence DataSetTrailingPadding DetectorID DeviceAlternateIdentifier
DeviceLabel DigitalSignaturesSequence DisplacementReferenceLabel EncapsulatedDocument
EncryptedAttributesSequence EntityLabel EntityLongLabel EntityName
FillerOrderNumberImagingServiceRequest FlowIdentifier FlowIdentifierSequence FrameOriginTimestamp
GantryID GeneratorID GraphicAnnotationSequence HumanPerformerOrganization IconImageSequence
InstanceOriginStatus IntendedRecipientsOfResultsIdentificationSequence
IssuerOfTheContainerIdentifierSequence IssuerOfTheSpecimenIdentifierSequence LabelText MAC
ManufacturerDeviceIdentifier ModifiedAttributesSequence ModifyingDeviceID ModifyingSystem NetworkID
NonconformingDataElementValue NonconformingModifiedAttributesSequence OrderEntererLocation
OriginalAttributesSequence ParticipantSequence PatientTransportArrangements PerformedLocation
PerformedProcedureStepID PlacerOrderNumberImagingServiceRequest PlateID
PositionAcquisitionTemplateName PreMedication PrescriptionNotesSequence ProtocolName PyramidLabel
RadiationDoseIdentificationLabel RadiationDoseInVivoMeasurementLabel RadiationGenerationModeLabel
ReasonForRequestedProcedureCodeSequence ReasonForSuperseding ReasonForTheAttributeModification
ReasonForTheImagingServiceRequest ReasonForTheRequestedProcedure ReferencedDigitalSignatureSequence
ReferencedImageSequence ReferencedPatientSequence ReferencedPerformedProcedureStepSequence
ReferencedSOPInstanceMACSequence ReferencedStudySequence RequestAttributesSequence
RequestedProcedureID RequestedProcedureLocation ROICreatorSequence ROIInterpreterSequence ROIName
ROIObservationLabel RTAccessoryDeviceSlotID RTAccessoryHolderSlotID RTPlanLabel RTPlanName
RTPrescriptionLabel RTToleranceSetLabel RTTreatmentApproachLabel ScheduledHumanPerformersSequence
ScheduledProcedureStepID ScheduledProcedureStepLocation SelectorASValue SelectorLOValue
SelectorOBValue SelectorSHValue SelectorUNValue SlideIdentifier SourceIdentifier SourceImageSequence
SourceManufacturer SourceOfPreviousValues SpecimenAccessionNumber SpecimenIdentifier
SpecimenPreparationSequence StructureSetLabel StructureSetName StudyID TextString
TimezoneOffsetFromUTC TopicAuthor TopicKeywords TopicSubject TopicTitle
TransducerIdentificationSequence TreatmentMachineName TreatmentPositionGroupLabel TreatmentSite
TreatmentSites UDISequence UniqueDeviceIdentifier UserContentLabel UserContentLongLabel
VerbalSourceIdentifierCodeSequenceTrial VerifyingObserverIdentificationCodeSequence
VerifyingObserverSequence VerifyingOrganization XRayDetectorID XRayDetectorLabel XRaySourceID
"""

_TAGS = frozenset(
    tag for keyword in _KEYWORDS.split() if (tag := tag_for_keyword(keyword)) is not None
)
_STANDARD_UIDS = "1.2.840.10008."
_CURVES, _OVERLAYS = 0x5000, 0x6000
_OVERLAY_DATA = 0x3000


def identifies(tag: int, vr: str, keyword: str) -> bool:
    """Whether the value of this element, or what lies in this sequence, may tell who.

    So may every private element but a Private Creator, since nobody knows what it holds, and an
    element that the data dictionary does not know (`keyword` is ""). UIDs are judged by
    `is_instance_uid`.
    """
    group, element = tag >> 16, tag & 0xFFFF
    if group % 2:
        return not 0x0010 <= element <= 0x00FF
    if element == 0 or vr == "UI":
        return False
    if group in _GROUPS or vr in _VRS or tag in _TAGS or not keyword:
        return True
    if group & 0xFF00 == _CURVES or (group & 0xFF00 == _OVERLAYS and element == _OVERLAY_DATA):
        return True
    return any(part in keyword for part in _KEYWORD_PARTS)


def is_instance_uid(uids: str) -> bool:
    """Whether any of several UIDs, divided by backslashes, names one object.

    Those under the standard's own root name classes, syntaxes and codes (PS3.6 annex A).
    """
    return any(uid and not uid.strip().startswith(_STANDARD_UIDS) for uid in uids.split("\\"))
