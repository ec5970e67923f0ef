<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>TumorView</name>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour reaches the threshold. The threshold decides: look closely for a tumour.</source>
        <translation>„{name}“ ist die wahrscheinlichste einzelne Klasse, doch die Tumorwahrscheinlichkeit erreicht den Schwellenwert. Der Schwellenwert entscheidet: Suchen Sie genau nach einem Tumor.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour stays below the threshold. The threshold decides, but look closely here.</source>
        <translation>„{name}“ ist die wahrscheinlichste einzelne Klasse, doch die Tumorwahrscheinlichkeit bleibt unter dem Schwellenwert. Der Schwellenwert entscheidet, aber sehen Sie hier genau hin.</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>A&amp;nalyse</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Layout</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>0 none</source>
        <translation>0 kein</translation>
    </message>
    <message>
        <source>1 strong</source>
        <translation>1 stark</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 bis 9</translation>
    </message>
    <message>
        <source>1 × 2: two side by side</source>
        <translation>1 × 2: zwei nebeneinander</translation>
    </message>
    <message>
        <source>1 × 3: three side by side</source>
        <translation>1 × 3: drei nebeneinander</translation>
    </message>
    <message>
        <source>1st to 99th percentile</source>
        <translation>1. bis 99. Perzentil</translation>
    </message>
    <message>
        <source>2 × 1: two, one above the other</source>
        <translation>2 × 1: zwei übereinander</translation>
    </message>
    <message>
        <source>2 × 2: four</source>
        <translation>2 × 2: vier</translation>
    </message>
    <message>
        <source>2 × 3: six</source>
        <translation>2 × 3: sechs</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>A DICOM attribute that the pixels depend on is missing or makes no sense; the sentence names it.</source>
        <translation>Ein DICOM-Attribut, von dem die Pixel abhängen, fehlt oder ist unsinnig; der Satz nennt es.</translation>
    </message>
    <message>
        <source>A ZIP archive asks for a password.</source>
        <translation>Ein ZIP-Archiv verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>A ZIP archive has links, names that lead elsewhere, or files that share their bytes or their name; nothing of it was unpacked.</source>
        <translation>Ein ZIP-Archiv enthält Verknüpfungen, Namen, die anderswohin führen, oder Dateien, die sich Bytes oder Namen teilen; nichts davon wurde entpackt.</translation>
    </message>
    <message>
        <source>A ZIP archive, or a file in it, is damaged, cut, or compressed in a way that is not read.</source>
        <translation>Ein ZIP-Archiv oder eine Datei darin ist beschädigt, abgeschnitten oder auf eine Weise komprimiert, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>A brain-image workstation that shows what a tumour model sees and how far to trust it.</source>
        <translation>Eine Bildworkstation für das Gehirn, die zeigt, was ein Tumormodell sieht und wie weit man ihm trauen kann.</translation>
    </message>
    <message>
        <source>A colour map is missing or damaged.</source>
        <translation>Eine Farbtabelle fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>A file is no report of measurements that TumorView understands, or the images cannot be put into one.</source>
        <translation>Eine Datei ist kein Messbericht, den TumorView versteht, oder die Bilder lassen sich nicht in einen solchen aufnehmen.</translation>
    </message>
    <message>
        <source>A file is recognised by its content and not by its name; export it as one of these.</source>
        <translation>Eine Datei wird am Inhalt erkannt, nicht am Namen; exportieren Sie sie in einem dieser Formate.</translation>
    </message>
    <message>
        <source>A file of the model is missing or cannot be read.</source>
        <translation>Eine Datei des Modells fehlt oder kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A file or folder for results cannot be written: full, read-only, missing or in use.</source>
        <translation>Eine Datei oder ein Ordner für Ergebnisse kann nicht geschrieben werden: voll, schreibgeschützt, nicht vorhanden oder in Gebrauch.</translation>
    </message>
    <message>
        <source>A head phantom that ships with TumorView; nobody&apos;s data</source>
        <translation>Ein Kopfphantom, das mit TumorView geliefert wird; von keinem Patienten</translation>
    </message>
    <message>
        <source>A millimetre is as long in every pane</source>
        <translation>Ein Millimeter ist in jedem Bereich gleich lang</translation>
    </message>
    <message>
        <source>A model file asks for code or files that no model needs; it is not opened.</source>
        <translation>Eine Modelldatei verlangt Programmcode oder Dateien, die kein Modell braucht; sie wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>A model file is not the one that its manifest names (SHA-256); it is not opened.</source>
        <translation>Eine Modelldatei ist nicht die, die ihr Manifest nennt (SHA-256); sie wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>A model folder&apos;s manifest is missing, unreadable or says something impossible.</source>
        <translation>Das Manifest eines Modellordners fehlt, ist unlesbar oder sagt etwas Unmögliches.</translation>
    </message>
    <message>
        <source>A name cannot begin or end with a full stop.</source>
        <translation>Ein Name darf nicht mit einem Punkt beginnen oder enden.</translation>
    </message>
    <message>
        <source>A name cannot hold control characters.</source>
        <translation>Ein Name darf keine Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>A name cannot hold {character}.</source>
        <translation>Ein Name darf {character} nicht enthalten.</translation>
    </message>
    <message>
        <source>A patient ID is missing.</source>
        <translation>Eine Patienten-ID fehlt.</translation>
    </message>
    <message>
        <source>A request could not be carried out.</source>
        <translation>Eine Anforderung konnte nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>A result could not be written.</source>
        <translation>Ein Ergebnis konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>A scan has not ended. When it is stopped, its rows so far are kept and it can be resumed; the rest of the queue waits.</source>
        <translation>Eine Auswertung ist noch nicht beendet. Wird sie gestoppt, bleiben ihre bisherigen Zeilen, und sie kann fortgesetzt werden; der Rest der Warteschlange wartet.</translation>
    </message>
    <message>
        <source>A scan was to use a cluster, and the library for it (Dask) is not installed.</source>
        <translation>Eine Auswertung sollte einen Cluster verwenden, und die Bibliothek dafür (Dask) ist nicht installiert.</translation>
    </message>
    <message>
        <source>A table was to be written as Parquet, and the library for it is not installed.</source>
        <translation>Eine Tabelle sollte als Parquet geschrieben werden, und die Bibliothek dafür ist nicht installiert.</translation>
    </message>
    <message>
        <source>AI result</source>
        <translation>KI-Ergebnis</translation>
    </message>
    <message>
        <source>AVI (Motion JPEG), larger</source>
        <translation>AVI (Motion JPEG), größer</translation>
    </message>
    <message>
        <source>About TumorView</source>
        <translation>Über TumorView</translation>
    </message>
    <message>
        <source>About the series</source>
        <translation>Zur Serie</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept the answer</source>
        <translation>Ergebnis annehmen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Accession Number</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Action or key</source>
        <translation>Befehl oder Taste</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Zur Warteschlange hinzufügen</translation>
    </message>
    <message>
        <source>All actions have their own keys. Restore them in Help, Change keys, or correct the file.</source>
        <translation>Alle Befehle haben ihre eigenen Tasten. Stellen Sie sie unter Hilfe, Tasten ändern, wieder her oder berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>All cautions</source>
        <translation>Alle Warnhinweise</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>All measurements of the file are of images that are not open.</source>
        <translation>Alle Messungen der Datei gehören zu Bildern, die nicht geöffnet sind.</translation>
    </message>
    <message>
        <source>All settings of the dialog have their defaults; keys and recent files are as they were.</source>
        <translation>Alle Einstellungen des Dialogs haben ihre Vorgaben; Tasten und zuletzt geöffnete Dateien sind unverändert.</translation>
    </message>
    <message>
        <source>All text, no identity, no text</source>
        <translation>Aller Text, ohne Identität, kein Text</translation>
    </message>
    <message>
        <source>All that is measured on the image, as a table</source>
        <translation>Alles, was auf dem Bild gemessen ist, als Tabelle</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message numerus="yes">
        <source>All {n} files done</source>
        <translation>
            <numerusform>Die Datei ist erledigt</numerusform>
            <numerusform>Alle {n} Dateien erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Also in another series of the study; from the first to the last</source>
        <translation>Auch in einer anderen Serie der Studie; vom ersten zum letzten</translation>
    </message>
    <message>
        <source>Also in another series of the study; from the last to the first</source>
        <translation>Auch in einer anderen Serie der Studie; vom letzten zum ersten</translation>
    </message>
    <message>
        <source>An image could not be read.</source>
        <translation>Ein Bild konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Erneut analysieren</translation>
    </message>
    <message>
        <source>Analyse an image as soon as it is opened; off: read first.</source>
        <translation>Ein Bild analysieren, sobald es geöffnet ist; aus: erst befunden.</translation>
    </message>
    <message>
        <source>Analyse every image of a folder and write a CSV</source>
        <translation>Jedes Bild eines Ordners analysieren und eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Analyse image</source>
        <translation>Bild analysieren</translation>
    </message>
    <message>
        <source>Analyse on opening</source>
        <translation>Beim Öffnen analysieren</translation>
    </message>
    <message>
        <source>Analyse series</source>
        <translation>Serie analysieren</translation>
    </message>
    <message>
        <source>Analyse the file by itself, with `tumorview analyze`; --retry-failed tries it again.</source>
        <translation>Analysieren Sie die Datei für sich, mit `tumorview analyze`; --retry-failed versucht sie noch einmal.</translation>
    </message>
    <message>
        <source>Analyse with both</source>
        <translation>Mit beiden analysieren</translation>
    </message>
    <message>
        <source>Analysing the image…</source>
        <translation>Das Bild wird analysiert…</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Wird analysiert…</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more.</source>
        <translation>
            <numerusform>Und {n} weiteres.</numerusform>
            <numerusform>Und {n} weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Annotation is burnt into the pixels; it may tell who the patient is.</source>
        <translation>In die Pixel sind Beschriftungen eingebrannt; sie können verraten, wer der Patient ist.</translation>
    </message>
    <message>
        <source>Any tumour</source>
        <translation>Irgendein Tumor</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Area and pixel values; drag along the outline</source>
        <translation>Fläche und Pixelwerte; ziehen Sie entlang des Umrisses</translation>
    </message>
    <message>
        <source>Area and pixel values; drag from corner to corner</source>
        <translation>Fläche und Pixelwerte; ziehen Sie von Ecke zu Ecke</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask for one of those that the sentence names.</source>
        <translation>Verlangen Sie eines von denen, die der Satz nennt.</translation>
    </message>
    <message>
        <source>Ask the model about every image of the series</source>
        <translation>Das Modell zu jedem Bild der Serie befragen</translation>
    </message>
    <message>
        <source>Ask the model about the image on screen</source>
        <translation>Das Modell zum angezeigten Bild befragen</translation>
    </message>
    <message>
        <source>Ask the model second</source>
        <translation>Das Modell als Zweites fragen</translation>
    </message>
    <message>
        <source>Ask where it came from. Unpack it with a program that you trust, and open the folder.</source>
        <translation>Fragen Sie, woher es kommt. Entpacken Sie es mit einem Programm, dem Sie vertrauen, und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Ask where it came from; no program for images makes such archives.</source>
        <translation>Fragen Sie, woher es kommt; kein Bildprogramm macht solche Archive.</translation>
    </message>
    <message>
        <source>Auto window</source>
        <translation>Automatische Fensterung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back 10 images</source>
        <translation>10 Bilder zurück</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Below it no heatmap is drawn.</source>
        <translation>Darunter wird keine Heatmap gezeichnet.</translation>
    </message>
    <message>
        <source>Beside the image</source>
        <translation>Neben dem Bild</translation>
    </message>
    <message>
        <source>Blank image</source>
        <translation>Leeres Bild</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Both models suspect a tumour.</source>
        <translation>Beide Modelle äußern Tumorverdacht.</translation>
    </message>
    <message>
        <source>Both models suspect no tumour.</source>
        <translation>Beide Modelle äußern keinen Tumorverdacht.</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Broken off when TumorView ended.</source>
        <translation>Abgebrochen, als TumorView beendet wurde.</translation>
    </message>
    <message>
        <source>Broken off: {files}</source>
        <translation>Abgebrochen: {files}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Burned-in annotation: may show who the patient is</source>
        <translation>Eingebrannte Beschriftung: kann zeigen, wer der Patient ist</translation>
    </message>
    <message>
        <source>By 90 degrees, for the whole series</source>
        <translation>Um 90 Grad, für die ganze Serie</translation>
    </message>
    <message>
        <source>By position in the patient, for series of one frame of reference</source>
        <translation>Nach der Lage im Patienten, für Serien eines Bezugssystems</translation>
    </message>
    <message>
        <source>By the look of it this is {sequence}; the model was validated on other MR sequences.</source>
        <translation>Dem Aussehen nach ist dies {sequence}; das Modell wurde an anderen MR-Sequenzen validiert.</translation>
    </message>
    <message>
        <source>By the look of the picture it is not clear whether this is MR or CT.</source>
        <translation>Am Aussehen des Bildes ist nicht klar zu erkennen, ob es MR oder CT ist.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, sequence not clear.</source>
        <translation>Dem Aussehen des Bildes nach: {modality}, Sequenz nicht eindeutig.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, {sequence}.</source>
        <translation>Dem Aussehen des Bildes nach: {modality}, {sequence}.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}.</source>
        <translation>Dem Aussehen des Bildes nach: {modality}.</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV-Datei</translation>
    </message>
    <message>
        <source>CSV file to write</source>
        <translation>Zu schreibende CSV-Datei</translation>
    </message>
    <message>
        <source>Calibrated probabilities</source>
        <translation>Kalibrierte Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Calibrated probabilities:</source>
        <translation>Kalibrierte Wahrscheinlichkeiten:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot tell apart: {names}.</source>
        <translation>Nicht zu unterscheiden: {names}.</translation>
    </message>
    <message>
        <source>Cause: {cause}</source>
        <translation>Ursache: {cause}</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Warnhinweis</translation>
    </message>
    <message>
        <source>Caution about burned-in text</source>
        <translation>Warnung vor eingebranntem Text</translation>
    </message>
    <message>
        <source>Caution about identity</source>
        <translation>Warnung zur Identität</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation>Warnhinweise</translation>
    </message>
    <message>
        <source>Change its words</source>
        <translation>Seinen Text ändern</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Check its name, the drive, and that you may read it; --resume goes on where it stopped.</source>
        <translation>Prüfen Sie den Namen, das Laufwerk und ob Sie ihn lesen dürfen; --resume macht dort weiter, wo aufgehört wurde.</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation>Prüfen Sie, ob sie noch da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Check that it is still there.</source>
        <translation>Prüfen Sie, ob sie noch da ist.</translation>
    </message>
    <message>
        <source>Check that there is room and that you may write there; `tumorview doctor` names the folder.</source>
        <translation>Prüfen Sie, ob dort Platz ist und ob Sie dort schreiben dürfen; `tumorview doctor` nennt den Ordner.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Check the address and that the scheduler runs; --resume goes on where the scan stopped.</source>
        <translation>Prüfen Sie die Adresse und ob der Scheduler läuft; --resume macht dort weiter, wo die Auswertung aufgehört hat.</translation>
    </message>
    <message>
        <source>Check the drive or the network, then open the file again.</source>
        <translation>Prüfen Sie das Laufwerk oder das Netz und öffnen Sie die Datei dann noch einmal.</translation>
    </message>
    <message>
        <source>Check the model with: tumorview doctor</source>
        <translation>Prüfen Sie das Modell mit: tumorview doctor</translation>
    </message>
    <message>
        <source>Check the permissions of the model folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Modellordners.</translation>
    </message>
    <message>
        <source>Choose a DICOM structured report of measurements (TID 1500).</source>
        <translation>Wählen Sie einen strukturierten DICOM-Bericht mit Messungen (TID 1500).</translation>
    </message>
    <message>
        <source>Choose a file in a folder that exists.</source>
        <translation>Wählen Sie eine Datei in einem vorhandenen Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder that can be written and has room.</source>
        <translation>Wählen Sie einen beschreibbaren Ordner, in dem Platz ist.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Wählen Sie einen vorhandenen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room.</source>
        <translation>Wählen Sie einen vorhandenen, beschreibbaren Ordner, in dem Platz ist.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room; what was finished is kept for --resume.</source>
        <translation>Wählen Sie einen vorhandenen, beschreibbaren Ordner, in dem Platz ist; was fertig ist, bleibt für --resume erhalten.</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>Wählen Sie einen vorhandenen Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>Wählen Sie einen Ordner als Ziel.</translation>
    </message>
    <message>
        <source>Choose a folder with DICOM, PNG or JPEG files.</source>
        <translation>Wählen Sie einen Ordner mit DICOM-, PNG- oder JPEG-Dateien.</translation>
    </message>
    <message>
        <source>Choose an action, then press the key that it is to have.</source>
        <translation>Wählen Sie einen Befehl und drücken Sie dann die Taste, die er haben soll.</translation>
    </message>
    <message>
        <source>Choose another CSV file, or make this one anew with tumorview scan.</source>
        <translation>Wählen Sie eine andere CSV-Datei oder legen Sie diese mit tumorview scan neu an.</translation>
    </message>
    <message>
        <source>Choose another engine or another model.</source>
        <translation>Wählen Sie eine andere Engine oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another format, or the size of the screen.</source>
        <translation>Wählen Sie ein anderes Format oder die Größe des Bildschirms.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation>Wählen Sie einen anderen Ort und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Wählen Sie einen anderen Wert.</translation>
    </message>
    <message>
        <source>Choose the CSV file</source>
        <translation>CSV-Datei wählen</translation>
    </message>
    <message>
        <source>Choose the device cpu or the engine onnx.</source>
        <translation>Wählen Sie das Gerät cpu oder die Engine onnx.</translation>
    </message>
    <message>
        <source>Choose the folder of a study.</source>
        <translation>Wählen Sie den Ordner einer Studie.</translation>
    </message>
    <message>
        <source>Choose the folder to scan</source>
        <translation>Auszuwertenden Ordner wählen</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Zielordner wählen</translation>
    </message>
    <message>
        <source>Choose the other format of films, or another folder.</source>
        <translation>Wählen Sie das andere Filmformat oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose the size of the screen.</source>
        <translation>Wählen Sie die Größe des Bildschirms.</translation>
    </message>
    <message>
        <source>Chosen for a sensitivity of {sensitivity:.1f} % and a specificity of {specificity:.1f} % on: {images}.</source>
        <translation>Gewählt für eine Sensitivität von {sensitivity:.1f} % und eine Spezifität von {specificity:.1f} % an: {images}.</translation>
    </message>
    <message>
        <source>Cine {rate:.3g}/s</source>
        <translation>Cine {rate:.3g}/s</translation>
    </message>
    <message>
        <source>Cividis (blue, grey, yellow)</source>
        <translation>Cividis (Blau, Grau, Gelb)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Class of the heatmap</source>
        <translation>Klasse der Heatmap</translation>
    </message>
    <message>
        <source>Click a place, then type</source>
        <translation>Klicken Sie auf eine Stelle und schreiben Sie</translation>
    </message>
    <message>
        <source>Click an end, the vertex, the other end</source>
        <translation>Klicken Sie ein Ende, den Scheitel und das andere Ende an</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Alle Studien schließen</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close other programs, or scan with fewer --workers.</source>
        <translation>Schließen Sie andere Programme oder nehmen Sie weniger --workers.</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Studie schließen</translation>
    </message>
    <message>
        <source>Close the other studies</source>
        <translation>Die anderen Studien schließen</translation>
    </message>
    <message>
        <source>Close this study</source>
        <translation>Diese Studie schließen</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alles einklappen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour converted</source>
        <translation>Farbe umgerechnet</translation>
    </message>
    <message>
        <source>Colour map of the heatmap</source>
        <translation>Farbtabelle der Heatmap</translation>
    </message>
    <message>
        <source>Colour map that heatmaps are drawn with.</source>
        <translation>Farbtabelle, mit der Heatmaps gezeichnet werden.</translation>
    </message>
    <message>
        <source>Colour scale from 0, no evidence, to 1, strong evidence</source>
        <translation>Farbskala von 0, kein Hinweis, bis 1, starker Hinweis</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colours of the window; system follows the desktop. Images stay on black.</source>
        <translation>Farben des Fensters; System folgt dem Desktop. Bilder bleiben auf Schwarz.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment on the result, without names of patients</source>
        <translation>Kommentar zum Ergebnis, ohne Namen von Patienten</translation>
    </message>
    <message>
        <source>Comment; no names</source>
        <translation>Kommentar; keine Namen</translation>
    </message>
    <message>
        <source>Compare these two studies all the same?</source>
        <translation>Diese beiden Studien trotzdem vergleichen?</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>Zwei Modelle vergleichen</translation>
    </message>
    <message>
        <source>Compare with another model…</source>
        <translation>Mit einem anderen Modell vergleichen…</translation>
    </message>
    <message>
        <source>Compare with the prior study</source>
        <translation>Mit der Voraufnahme vergleichen</translation>
    </message>
    <message>
        <source>Connect the drive again and go on with --resume; what was finished is kept.</source>
        <translation>Schließen Sie das Laufwerk wieder an und machen Sie mit --resume weiter; was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Connect the drive that it lies on, or scan without --resume.</source>
        <translation>Schließen Sie das Laufwerk an, auf dem es liegt, oder arbeiten Sie ohne --resume.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy facts</source>
        <translation>Angaben kopieren</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <translation>Kopieren Sie es noch einmal von dort, woher es kam.</translation>
    </message>
    <message>
        <source>Copy measurements</source>
        <translation>Messungen kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the file again from where it came from.</source>
        <translation>Kopieren Sie die Datei noch einmal von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>Copy the measurements as a table: Measure &gt; Copy measurements.</source>
        <translation>Kopieren Sie die Messungen als Tabelle: Messen &gt; Messungen kopieren.</translation>
    </message>
    <message>
        <source>Copy them as a table: Measure &gt; Copy measurements.</source>
        <translation>Kopieren Sie sie als Tabelle: Messen &gt; Messungen kopieren.</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>Diese Meldung kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Correct or delete it; TumorView then starts with its own settings.</source>
        <translation>Berichtigen oder löschen Sie sie; TumorView startet dann mit seinen eigenen Einstellungen.</translation>
    </message>
    <message>
        <source>Ctrl + Shift + left drag</source>
        <translation>Strg + Umschalt + linke Taste ziehen</translation>
    </message>
    <message>
        <source>Ctrl + left drag</source>
        <translation>Strg + linke Taste ziehen</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Mausrad</translation>
    </message>
    <message>
        <source>Current {date}</source>
        <translation>Aktuell {date}</translation>
    </message>
    <message>
        <source>DICOM (MR, CT, multi-frame), PNG and JPEG</source>
        <translation>DICOM (MR, CT, Multiframe), PNG und JPEG</translation>
    </message>
    <message>
        <source>DICOM header</source>
        <translation>DICOM-Header</translation>
    </message>
    <message>
        <source>DICOM header…</source>
        <translation>DICOM-Header…</translation>
    </message>
    <message>
        <source>DICOM overlays</source>
        <translation>DICOM-Overlays</translation>
    </message>
    <message>
        <source>DICOM structured report (*.dcm);;All files (*)</source>
        <translation>Strukturierter DICOM-Bericht (*.dcm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>Datenelemente</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Default of {setting}</source>
        <translation>Vorgabe von {setting}</translation>
    </message>
    <message>
        <source>Delete all marks of the image</source>
        <translation>Alle Markierungen des Bildes löschen</translation>
    </message>
    <message>
        <source>Delete it, or choose another CSV file.</source>
        <translation>Löschen Sie sie oder wählen Sie eine andere CSV-Datei.</translation>
    </message>
    <message>
        <source>Delete the selected mark</source>
        <translation>Die ausgewählte Markierung löschen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>Do not use it, and ask where it came from.</source>
        <translation>Verwenden Sie es nicht und fragen Sie, woher es kommt.</translation>
    </message>
    <message>
        <source>Does all files again and replaces the table</source>
        <translation>Bearbeitet alle Dateien noch einmal und ersetzt die Tabelle</translation>
    </message>
    <message>
        <source>Does the files again that failed; the others stay</source>
        <translation>Bearbeitet die fehlgeschlagenen Dateien noch einmal; die anderen bleiben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed</source>
        <translation>Fertig: {analysed} analysiert</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed, {failed} failed</source>
        <translation>Fertig: {analysed} analysiert, {failed} fehlgeschlagen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Double click on an arrow or text</source>
        <translation>Doppelklick auf einen Pfeil oder Text</translation>
    </message>
    <message>
        <source>Drag a series from the list</source>
        <translation>Eine Serie aus der Liste ziehen</translation>
    </message>
    <message>
        <source>Drag a series here from the list, or make this the active pane and choose one.</source>
        <translation>Ziehen Sie eine Serie aus der Liste hierher oder machen Sie diesen Bereich aktiv und wählen Sie eine.</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>Von Ende zu Ende ziehen oder beide anklicken</translation>
    </message>
    <message>
        <source>Drag from the tip to the tail, then type what it says</source>
        <translation>Von der Spitze zum Ende ziehen, dann schreiben, was er sagen soll</translation>
    </message>
    <message>
        <source>Drag with the left button for the window, turn the wheel for the slices, drag with the right button to zoom. The keys 1 to 9 are window presets, {reset} brings the image back.</source>
        <translation>Ziehen Sie mit der linken Taste für die Fensterung, drehen Sie das Rad für die Schichten, ziehen Sie mit der rechten Taste zum Zoomen. Die Tasten 1 bis 9 sind Fenstervorgaben, {reset} stellt das Bild wieder her.</translation>
    </message>
    <message>
        <source>Dragging up raises the window centre in place of lowering it.</source>
        <translation>Nach oben ziehen hebt die Fenstermitte, statt sie zu senken.</translation>
    </message>
    <message>
        <source>Draw a line where the heatmap passes its threshold.</source>
        <translation>Eine Linie zeichnen, wo die Heatmap ihren Schwellenwert überschreitet.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezeichnet…</translation>
    </message>
    <message>
        <source>Drop a folder or files anywhere on the window, or open them here ({open_folder}). The sample study in the menu File is nobody&apos;s data.</source>
        <translation>Ziehen Sie einen Ordner oder Dateien irgendwo auf das Fenster oder öffnen Sie sie hier ({open_folder}). Die Beispielstudie im Menü Datei ist von keinem Patienten.</translation>
    </message>
    <message>
        <source>Drop a study folder, a ZIP archive or images here</source>
        <translation>Ziehen Sie einen Studienordner, ein ZIP-Archiv oder Bilder hierher</translation>
    </message>
    <message>
        <source>Each model has its own classes, threshold and calibration: their numbers are not on one scale, and two that agree are no proof, least of all where they learned from the same images. A model without a threshold suspects a tumour from 50 % on.</source>
        <translation>Jedes Modell hat eigene Klassen, einen eigenen Schwellenwert und eine eigene Kalibrierung: Ihre Zahlen liegen nicht auf einer Skala, und dass zwei übereinstimmen, ist kein Beweis, am wenigsten, wenn sie an denselben Bildern gelernt haben. Ein Modell ohne Schwellenwert äußert ab 50 % Tumorverdacht.</translation>
    </message>
    <message>
        <source>Each of the workers that were given the file ended: it may have been made to do harm, or ask for more memory than a worker has.</source>
        <translation>Jeder Worker, der die Datei erhielt, ist beendet: Sie kann gemacht sein, um Schaden anzurichten, oder mehr Speicher verlangen, als ein Worker hat.</translation>
    </message>
    <message>
        <source>Earlier judgements of this image</source>
        <translation>Frühere Beurteilungen dieses Bildes</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Empty pane</source>
        <translation>Leerer Bereich</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Engine and device of the model</source>
        <translation>Engine und Gerät des Modells</translation>
    </message>
    <message>
        <source>Enlarges what lies under the pointer; tap the key to switch it, or hold it for a look</source>
        <translation>Vergrößert, was unter dem Zeiger liegt; Taste antippen schaltet um, Taste halten für einen Blick</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>Jede Änderung gilt sofort.</translation>
    </message>
    <message>
        <source>Every data element of the file whose image is on screen</source>
        <translation>Jedes Datenelement der Datei, deren Bild angezeigt wird</translation>
    </message>
    <message>
        <source>Double-click a line, or press Enter, to open the image in the viewer</source>
        <translation>Doppelklick auf eine Zeile oder Eingabetaste öffnet das Bild</translation>
    </message>
    <message>
        <source>Earlier in the queue</source>
        <translation>Früher in der Warteschlange</translation>
    </message>
    <message>
        <source>Every image of the folder and its subfolders gets a row in the CSV; a file that cannot be read gets a row with the reason. Scans run one after the other.</source>
        <translation>Jedes Bild des Ordners und seiner Unterordner erhält eine Zeile in der CSV-Datei; eine Datei, die nicht gelesen werden kann, erhält eine Zeile mit dem Grund. Auswertungen laufen nacheinander.</translation>
    </message>
    <message>
        <source>Every image of the series as shown, a file each</source>
        <translation>Jedes Bild der Serie, wie angezeigt, je eine Datei</translation>
    </message>
    <message>
        <source>Every image of the series, a file each</source>
        <translation>Jedes Bild der Serie, je eine Datei</translation>
    </message>
    <message>
        <source>Every mark of the study, as a DICOM structured report</source>
        <translation>Jede Markierung der Studie, als strukturierter DICOM-Bericht</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>Exchange black and white</source>
        <translation>Schwarz und Weiß vertauschen</translation>
    </message>
    <message>
        <source>Exchange left and right on the screen, for the whole series</source>
        <translation>Links und rechts auf dem Bildschirm vertauschen, für die ganze Serie</translation>
    </message>
    <message>
        <source>Exchange top and bottom on the screen, for the whole series</source>
        <translation>Oben und unten auf dem Bildschirm vertauschen, für die ganze Serie</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alles ausklappen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export a film of the series…</source>
        <translation>Film der Serie exportieren…</translation>
    </message>
    <message>
        <source>Export image…</source>
        <translation>Bild exportieren…</translation>
    </message>
    <message>
        <source>Export judgements</source>
        <translation>Beurteilungen exportieren</translation>
    </message>
    <message>
        <source>Export judgements…</source>
        <translation>Beurteilungen exportieren…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>Serie exportieren…</translation>
    </message>
    <message>
        <source>Export the study again. If that does not help, report it to the maker of the device.</source>
        <translation>Exportieren Sie die Studie noch einmal. Hilft das nicht, melden Sie es dem Hersteller des Geräts.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File LUT {number}</source>
        <translation>LUT der Datei {number}</translation>
    </message>
    <message>
        <source>File and place in the series</source>
        <translation>Datei und Platz in der Serie</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Dateiformat</translation>
    </message>
    <message>
        <source>File limits</source>
        <translation>Grenzen für Dateien</translation>
    </message>
    <message>
        <source>File window {number}</source>
        <translation>Fenster der Datei {number}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Datei: {name}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files and folders opened lately, latest first.</source>
        <translation>Zuletzt geöffnete Dateien und Ordner, neueste zuerst.</translation>
    </message>
    <message>
        <source>Files being read</source>
        <translation>Dateien, die gelesen werden</translation>
    </message>
    <message>
        <source>Files that are done and have not changed are not done again</source>
        <translation>Dateien, die erledigt und unverändert sind, werden nicht noch einmal bearbeitet</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Find study or series…</source>
        <translation>Studie oder Serie suchen…</translation>
    </message>
    <message>
        <source>First image</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Erstes Modell</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Horizontal spiegeln</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Vertikal spiegeln</translation>
    </message>
    <message>
        <source>Flipped horizontally</source>
        <translation>Horizontal gespiegelt</translation>
    </message>
    <message>
        <source>Flipped vertically</source>
        <translation>Vertikal gespiegelt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder to scan</source>
        <translation>Auszuwertender Ordner</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Folder with DICOM, PNG or JPEG images</source>
        <translation>Ordner mit DICOM-, PNG- oder JPEG-Bildern</translation>
    </message>
    <message>
        <source>For a study of another day: show the same place in both, then link</source>
        <translation>Für eine Studie von einem anderen Tag: in beiden dieselbe Stelle zeigen, dann koppeln</translation>
    </message>
    <message>
        <source>For series of one modality and unit; for MR also of one sequence</source>
        <translation>Für Serien einer Modalität und Einheit; bei MR auch einer Sequenz</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Forward 10 images</source>
        <translation>10 Bilder vor</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Free some space there, or unpack it elsewhere and open the folder.</source>
        <translation>Schaffen Sie dort Platz oder entpacken Sie es anderswo und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Free some space there, or unpack the archive elsewhere and open the folder.</source>
        <translation>Schaffen Sie dort Platz oder entpacken Sie das Archiv anderswo und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Free some space, close the program that has it open, or choose another place.</source>
        <translation>Schaffen Sie Platz, schließen Sie das Programm, das sie geöffnet hat, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Free some space, or check that you may write there, and judge again.</source>
        <translation>Schaffen Sie Platz oder prüfen Sie, ob Sie dort schreiben dürfen, und urteilen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>Schaffen Sie Platz oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Freihandregion</translation>
    </message>
    <message>
        <source>From a reformatted image back to the slices of the scanner</source>
        <translation>Von einem reformatierten Bild zurück zu den Schichten des Geräts</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Give a folder that exists and that you may read.</source>
        <translation>Geben Sie einen vorhandenen Ordner an, den Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Give actions keys of your own</source>
        <translation>Befehlen eigene Tasten geben</translation>
    </message>
    <message>
        <source>Give every action the keys that it came with</source>
        <translation>Jedem Befehl die mitgelieferten Tasten geben</translation>
    </message>
    <message>
        <source>Give every setting of this dialog its default; keys stay</source>
        <translation>Jeder Einstellung dieses Dialogs ihre Vorgabe geben; Tasten bleiben</translation>
    </message>
    <message>
        <source>Give the action the keys that it came with</source>
        <translation>Dem Befehl die mitgelieferten Tasten geben</translation>
    </message>
    <message>
        <source>Give the action this key alone</source>
        <translation>Dem Befehl allein diese Taste geben</translation>
    </message>
    <message>
        <source>Give the action this key beside those that it has</source>
        <translation>Dem Befehl diese Taste zusätzlich zu seinen geben</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>Glioma</source>
        <translation>Gliom</translation>
    </message>
    <message>
        <source>Go on from the earlier scan</source>
        <translation>Frühere Auswertung fortsetzen</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund weitermachen</translation>
    </message>
    <message>
        <source>Go to image</source>
        <translation>Zum Bild</translation>
    </message>
    <message>
        <source>Go to the highest</source>
        <translation>Zum höchsten Wert</translation>
    </message>
    <message>
        <source>Go to the highest probability</source>
        <translation>Zur höchsten Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Graphics and regions that the file draws over its image</source>
        <translation>Grafiken und Regionen, die die Datei über ihr Bild zeichnet</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Head and neck</source>
        <translation>Kopf und Hals</translation>
    </message>
    <message>
        <source>Heat below it is not drawn</source>
        <translation>Schwächere Werte werden nicht gezeichnet</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Heatmap beside the image</source>
        <translation>Heatmap neben dem Bild</translation>
    </message>
    <message>
        <source>Heatmap colours</source>
        <translation>Farben der Heatmap</translation>
    </message>
    <message>
        <source>Heatmap contour</source>
        <translation>Kontur der Heatmap</translation>
    </message>
    <message>
        <source>Heatmap for {name}, drawn from {threshold:.2f} on: {note}</source>
        <translation>Heatmap für {name}, gezeichnet ab {threshold:.2f}: {note}</translation>
    </message>
    <message>
        <source>Heatmap for {name}: {note}</source>
        <translation>Heatmap für {name}: {note}</translation>
    </message>
    <message>
        <source>Heatmap opacity</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Heatmap threshold</source>
        <translation>Schwellenwert der Heatmap</translation>
    </message>
    <message>
        <source>Hide identity</source>
        <translation>Identität verbergen</translation>
    </message>
    <message>
        <source>Hide who the patient is on screen, in titles and exports.</source>
        <translation>Verbergen, wer der Patient ist: auf dem Bildschirm, in Titeln und Exporten.</translation>
    </message>
    <message>
        <source>Hide who the patient is: on the image and in the window title</source>
        <translation>Verbergen, wer der Patient ist: auf dem Bild und im Fenstertitel</translation>
    </message>
    <message>
        <source>Highest probability: image {number}, {probability}.</source>
        <translation>Höchste Wahrscheinlichkeit: Bild {number}, {probability}.</translation>
    </message>
    <message>
        <source>Holds the scan where it is; model and memory stay in use, and the queue waits. To let go of them, stop it: it can be resumed later.</source>
        <translation>Hält die Auswertung an; Modell und Speicher bleiben in Gebrauch, und die Warteschlange wartet. Um sie freizugeben, stoppen Sie sie: Sie kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>How strong the evidence is</source>
        <translation>Wie stark die Evidenz ist</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Identity is hidden in the whole application (View, Hide identity)</source>
        <translation>Die Identität ist in der ganzen Anwendung verborgen (Ansicht, Identität verbergen)</translation>
    </message>
    <message>
        <source>If you trust the file, raise the limits: `--limits N`, or `file_limits` in the settings. Else export it in parts; docs/CONFORMANCE.md states the limits.</source>
        <translation>Wenn Sie der Datei vertrauen, heben Sie die Grenzen an: `--limits N` oder `file_limits` in den Einstellungen. Sonst exportieren Sie sie in Teilen; docs/CONFORMANCE.md nennt die Grenzen.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image alone</source>
        <translation>Nur das Bild</translation>
    </message>
    <message>
        <source>Image and model result</source>
        <translation>Bild und Modellergebnis</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer</source>
        <translation>Bild und Antwort des Modells</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page</source>
        <translation>Bild und Antwort des Modells auf einer Seite</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page, as PDF</source>
        <translation>Bild und Antwort des Modells auf einer Seite, als PDF</translation>
    </message>
    <message>
        <source>Image with heatmap</source>
        <translation>Bild mit Heatmap</translation>
    </message>
    <message>
        <source>Image {number} / {count}</source>
        <translation>Bild {number} / {count}</translation>
    </message>
    <message>
        <source>Image {number} cannot be read: {problem}</source>
        <translation>Bild {number} kann nicht gelesen werden: {problem}</translation>
    </message>
    <message>
        <source>Image {number} of {count}</source>
        <translation>Bild {number} von {count}</translation>
    </message>
    <message>
        <source>Image {number}: {said}</source>
        <translation>Bild {number}: {said}</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}</source>
        <translation>Bild, Bereich {number} von {count}</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}, active</source>
        <translation>Bild, Bereich {number} von {count}, aktiv</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Images without a study</source>
        <translation>Bilder ohne Studie</translation>
    </message>
    <message>
        <source>In English: {sentence}</source>
        <translation>Auf Englisch: {sentence}</translation>
    </message>
    <message>
        <source>In several panes: all go to the point under the pointer</source>
        <translation>In mehreren Bereichen: alle gehen zum Punkt unter dem Zeiger</translation>
    </message>
    <message>
        <source>In the active pane, interpolated between the slices</source>
        <translation>Im aktiven Bereich, zwischen den Schichten interpoliert</translation>
    </message>
    <message>
        <source>Inferno (black, red, yellow)</source>
        <translation>Inferno (Schwarz, Rot, Gelb)</translation>
    </message>
    <message>
        <source>Install TumorView again.</source>
        <translation>Installieren Sie TumorView neu.</translation>
    </message>
    <message>
        <source>Install it (pip install &apos;tumorview[parquet]&apos;), or leave out --parquet.</source>
        <translation>Installieren Sie es (pip install &apos;tumorview[parquet]&apos;) oder lassen Sie --parquet weg.</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;tumorview[keras]&quot;, or with &quot;tumorview[cuda]&quot; for an NVIDIA GPU on Linux; or choose the engine onnx.</source>
        <translation>Installieren Sie es mit: pip install &quot;tumorview[keras]&quot;, oder mit &quot;tumorview[cuda]&quot; für eine NVIDIA-GPU unter Linux; oder wählen Sie die Engine onnx.</translation>
    </message>
    <message>
        <source>Install it with: pip install onnxruntime</source>
        <translation>Installieren Sie es mit: pip install onnxruntime</translation>
    </message>
    <message>
        <source>Install the CUDA libraries with: pip install &quot;tumorview[cuda]&quot;.</source>
        <translation>Installieren Sie die CUDA-Bibliotheken mit: pip install &quot;tumorview[cuda]&quot;.</translation>
    </message>
    <message>
        <source>Install the extra `cluster`, on every machine that takes part, or leave out --cluster.</source>
        <translation>Installieren Sie das Extra `cluster` auf jedem beteiligten Rechner oder lassen Sie --cluster weg.</translation>
    </message>
    <message>
        <source>Install the extra `parquet`, or do without it: the CSV holds the same.</source>
        <translation>Installieren Sie das Extra `parquet` oder verzichten Sie darauf: Die CSV-Datei enthält dasselbe.</translation>
    </message>
    <message>
        <source>Install the model folder again from where it came.</source>
        <translation>Installieren Sie den Modellordner noch einmal von dort, woher er kam.</translation>
    </message>
    <message>
        <source>Install the model folder again, or update TensorFlow.</source>
        <translation>Installieren Sie den Modellordner neu oder aktualisieren Sie TensorFlow.</translation>
    </message>
    <message>
        <source>Install the model folder again, or update onnxruntime.</source>
        <translation>Installieren Sie den Modellordner neu oder aktualisieren Sie onnxruntime.</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>Zweckbestimmung</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model</source>
        <translation>Zweckbestimmung, Grenzen und Kennzahlen des Modells</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model in use</source>
        <translation>Zweckbestimmung, Grenzen und Kennzahlen des verwendeten Modells</translation>
    </message>
    <message>
        <source>Invert grey scale</source>
        <translation>Grauwerte invertieren</translation>
    </message>
    <message>
        <source>It has {key} already.</source>
        <translation>{key} hat er schon.</translation>
    </message>
    <message>
        <source>JPEG, smaller, with loss</source>
        <translation>JPEG, kleiner, mit Verlust</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep my login name with it</source>
        <translation>Anmeldenamen speichern</translation>
    </message>
    <message>
        <source>Keep scanning</source>
        <translation>Weiter auswerten</translation>
    </message>
    <message>
        <source>Keep the comment without a verdict</source>
        <translation>Den Kommentar ohne Urteil speichern</translation>
    </message>
    <message>
        <source>Keep the login name with accepted and rejected results.</source>
        <translation>Den Anmeldenamen bei angenommenen und abgelehnten Ergebnissen speichern.</translation>
    </message>
    <message>
        <source>Kept in the audit journal</source>
        <translation>Wird im Prüfprotokoll festgehalten</translation>
    </message>
    <message>
        <source>Keras (TensorFlow)</source>
        <translation>Keras (TensorFlow)</translation>
    </message>
    <message>
        <source>Keras is set to another backend than tensorflow</source>
        <translation>Keras ist auf ein anderes Backend als tensorflow eingestellt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>Taste für {action}</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Key or gesture</source>
        <translation>Taste oder Geste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the window; system follows the desktop. CSV, command line and logs stay English. Holds from the next start.</source>
        <translation>Sprache des Fensters; System folgt dem Desktop. CSV, Befehlszeile und Protokolle bleiben englisch. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Last image</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Later in the queue</source>
        <translation>Später in der Warteschlange</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Layout: {rows} by {columns}</source>
        <translation>Layout: {rows} mal {columns}</translation>
    </message>
    <message>
        <source>Leave out --make-key to use it, or name another file.</source>
        <translation>Lassen Sie --make-key weg, um ihn zu verwenden, oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Linke Taste ziehen</translation>
    </message>
    <message>
        <source>Left drag on a mark or handle</source>
        <translation>Linke Taste auf einer Markierung oder einem Griff ziehen</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Offen gelassen</translation>
    </message>
    <message>
        <source>Left out: {which}.</source>
        <translation>Ausgelassen: {which}.</translation>
    </message>
    <message>
        <source>Lens {factor:g}×</source>
        <translation>Lupe {factor:g}×</translation>
    </message>
    <message>
        <source>Let a file ask for so many times as much memory, frames and elements as usual; for files that you trust. Holds from the next start.</source>
        <translation>Einer Datei so viel Mal mehr Speicher, Frames und Elemente zugestehen als üblich; für Dateien, denen Sie vertrauen. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Licensed under Apache-2.0. Uses Qt through PySide6 (LGPL). Help, Licences shows the licence of every part.</source>
        <translation>Lizenziert unter Apache-2.0. Verwendet Qt über PySide6 (LGPL). Hilfe, Lizenzen zeigt die Lizenz jedes Teils.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Line at the threshold</source>
        <translation>Schwellenlinie</translation>
    </message>
    <message>
        <source>Link by hand, with an offset</source>
        <translation>Von Hand koppeln, mit Versatz</translation>
    </message>
    <message>
        <source>List of key images…</source>
        <translation>Liste der Schlüsselbilder…</translation>
    </message>
    <message>
        <source>Listing the folder and loading the model…</source>
        <translation>Der Ordner wird gelesen und das Modell geladen…</translation>
    </message>
    <message>
        <source>Load measurements</source>
        <translation>Messungen laden</translation>
    </message>
    <message>
        <source>Load measurements…</source>
        <translation>Messungen laden…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen…</translation>
    </message>
    <message>
        <source>Login name with judgements</source>
        <translation>Anmeldename bei Beurteilungen</translation>
    </message>
    <message>
        <source>Longest run of neighbours: {which}.</source>
        <translation>Längste Folge von Nachbarn: {which}.</translation>
    </message>
    <message>
        <source>Look at the printer, or choose another one.</source>
        <translation>Sehen Sie nach dem Drucker oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht…</translation>
    </message>
    <message>
        <source>Lossy compression</source>
        <translation>Verlustbehaftete Kompression</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>Niedrige Auflösung</translation>
    </message>
    <message>
        <source>MP4 (MPEG-4), with loss</source>
        <translation>MP4 (MPEG-4), mit Verlust</translation>
    </message>
    <message>
        <source>MP4 or AVI, at the rate that the series plays at</source>
        <translation>MP4 oder AVI, mit der Rate, mit der die Serie abläuft</translation>
    </message>
    <message>
        <source>Magma (black, purple, cream)</source>
        <translation>Magma (Schwarz, Violett, Creme)</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Magnify more or less</source>
        <translation>Stärker oder schwächer vergrößern</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>Richten Sie es sich ein</translation>
    </message>
    <message>
        <source>Mark the image on screen to come back to it; kept until TumorView is closed</source>
        <translation>Das angezeigte Bild markieren, um es wiederzufinden; gilt, bis TumorView geschlossen wird</translation>
    </message>
    <message>
        <source>Marks are kept until TumorView is closed.</source>
        <translation>Markierungen bleiben, bis TumorView geschlossen wird.</translation>
    </message>
    <message>
        <source>Marks from a DICOM structured report onto the images of the study</source>
        <translation>Markierungen aus einem strukturierten DICOM-Bericht auf die Bilder der Studie</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Mean {mean}   SD {deviation}</source>
        <translation>Mittel {mean}   SD {deviation}</translation>
    </message>
    <message>
        <source>Measurements and drawings</source>
        <translation>Messungen und Zeichnungen</translation>
    </message>
    <message>
        <source>Measurements are not saved</source>
        <translation>Messungen sind nicht gespeichert</translation>
    </message>
    <message>
        <source>Measurements of an image that is not DICOM cannot be saved as a DICOM report.</source>
        <translation>Messungen eines Bildes, das nicht DICOM ist, können nicht als DICOM-Bericht gespeichert werden.</translation>
    </message>
    <message>
        <source>Memory for images (MiB)</source>
        <translation>Speicher für Bilder (MiB)</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Memory that TumorView holds now, without the processes that decode</source>
        <translation>Speicher, den TumorView jetzt belegt, ohne die Prozesse, die dekodieren</translation>
    </message>
    <message>
        <source>Meningioma</source>
        <translation>Meningeom</translation>
    </message>
    <message>
        <source>MiB of memory for images that are read already, and ahead while one scrolls; an image of 512 x 512 takes 1.</source>
        <translation>MiB Speicher für Bilder, die schon gelesen sind, auch im Voraus beim Blättern; ein Bild mit 512 x 512 braucht 1.</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mittlere Taste ziehen</translation>
    </message>
    <message>
        <source>Min {least}   Max {most}</source>
        <translation>Min {least}   Max {most}</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Modality in doubt</source>
        <translation>Modalität zweifelhaft</translation>
    </message>
    <message>
        <source>Modality not validated</source>
        <translation>Modalität nicht validiert</translation>
    </message>
    <message>
        <source>Modality unknown</source>
        <translation>Modalität unbekannt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model and engine of this result</source>
        <translation>Modell und Engine dieses Ergebnisses</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Modellkarte…</translation>
    </message>
    <message>
        <source>Model not available</source>
        <translation>Modell nicht verfügbar</translation>
    </message>
    <message>
        <source>Model not loaded</source>
        <translation>Modell nicht geladen</translation>
    </message>
    <message>
        <source>Model that answers; by default the first one found.</source>
        <translation>Modell, das antwortet; als Vorgabe das erste gefundene.</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>Mosaik</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Move the mark, or change it</source>
        <translation>Die Markierung verschieben oder ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a file with at least 32 random bytes, or let `--make-key` make one.</source>
        <translation>Nennen Sie eine Datei mit mindestens 32 zufälligen Bytes oder lassen Sie `--make-key` eine anlegen.</translation>
    </message>
    <message>
        <source>Name another file and add --make-key to make a random key.</source>
        <translation>Nennen Sie eine andere Datei und setzen Sie --make-key hinzu, um einen zufälligen Schlüssel anzulegen.</translation>
    </message>
    <message>
        <source>Name of the file, without its ending</source>
        <translation>Name der Datei, ohne Endung</translation>
    </message>
    <message>
        <source>Name the file with your key, or add --make-key to make a new one.</source>
        <translation>Nennen Sie die Datei mit Ihrem Schlüssel oder setzen Sie --make-key hinzu, um einen neuen anzulegen.</translation>
    </message>
    <message>
        <source>Neither model gives an answer for this image.</source>
        <translation>Keines der Modelle gibt für dieses Bild eine Antwort.</translation>
    </message>
    <message>
        <source>New scan</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Nächstes Schlüsselbild</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Nächste Serie</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No class is probable enough to stand out.</source>
        <translation>Keine Klasse ist wahrscheinlich genug, um hervorzutreten.</translation>
    </message>
    <message>
        <source>No font on this computer has the characters of {language}, so the window is in English. Install one (on Debian and Ubuntu: fonts-noto-cjk) and start TumorView again.</source>
        <translation>Keine Schrift auf diesem Rechner hat die Zeichen von {language}, daher ist das Fenster englisch. Installieren Sie eine (unter Debian und Ubuntu: fonts-noto-cjk) und starten Sie TumorView neu.</translation>
    </message>
    <message>
        <source>No heatmap for this image</source>
        <translation>Keine Heatmap für dieses Bild</translation>
    </message>
    <message>
        <source>No image of the series has an answer</source>
        <translation>Kein Bild der Serie hat eine Antwort</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>No key image in this study. K marks the image on screen.</source>
        <translation>Kein Schlüsselbild in dieser Studie. K markiert das angezeigte Bild.</translation>
    </message>
    <message>
        <source>No model card</source>
        <translation>Keine Modellkarte</translation>
    </message>
    <message>
        <source>No model loaded yet</source>
        <translation>Noch kein Modell geladen</translation>
    </message>
    <message>
        <source>No model that can be used is installed.</source>
        <translation>Es ist kein verwendbares Modell installiert.</translation>
    </message>
    <message>
        <source>No patient named</source>
        <translation>Kein Patient genannt</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Report as PDF (Ctrl+E) writes the same page to a file.</source>
        <translation>An diesem Computer ist kein Drucker eingerichtet. Bericht als PDF (Strg+E) schreibt dieselbe Seite in eine Datei.</translation>
    </message>
    <message>
        <source>No probabilities are given.</source>
        <translation>Es werden keine Wahrscheinlichkeiten angegeben.</translation>
    </message>
    <message>
        <source>No probabilities are shown.</source>
        <translation>Es werden keine Wahrscheinlichkeiten gezeigt.</translation>
    </message>
    <message>
        <source>No score: it would be the highest mean of {neighbours} neighbouring images, and no {neighbours} neighbours have an answer.</source>
        <translation>Kein Score: Er wäre das höchste Mittel von {neighbours} benachbarten Bildern, und keine {neighbours} Nachbarn haben eine Antwort.</translation>
    </message>
    <message>
        <source>No series of the other study is of the same modality, plane and sequence; its first one is shown. Another one can be dragged there from the list.</source>
        <translation>Keine Serie der anderen Studie hat dieselbe Modalität, Ebene und Sequenz; ihre erste wird gezeigt. Eine andere kann aus der Liste dorthin gezogen werden.</translation>
    </message>
    <message>
        <source>No tumour</source>
        <translation>Kein Tumor</translation>
    </message>
    <message>
        <source>No tumour suspected</source>
        <translation>Kein Tumorverdacht</translation>
    </message>
    <message numerus="yes">
        <source>No tumour suspected in {n} images with an answer</source>
        <translation>
            <numerusform>Kein Tumorverdacht in {n} Bild mit Antwort</numerusform>
            <numerusform>Kein Tumorverdacht in {n} Bildern mit Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these are next to each other; the first is {which}.</source>
        <translation>Keine davon liegen nebeneinander; zuerst {which}.</translation>
    </message>
    <message>
        <source>Not analysed by this model.</source>
        <translation>Von diesem Modell nicht analysiert.</translation>
    </message>
    <message>
        <source>Not calibrated: how often such a score is right was not measured on series. The model&apos;s threshold was chosen for single images and decides nothing here.</source>
        <translation>Nicht kalibriert: Wie oft ein solcher Score stimmt, wurde an Serien nicht gemessen. Der Schwellenwert des Modells wurde für Einzelbilder gewählt und entscheidet hier nichts.</translation>
    </message>
    <message>
        <source>Not drawn: {problem}</source>
        <translation>Nicht gezeichnet: {problem}</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Nicht bestimmt für</translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation>Noch nicht beurteilt.</translation>
    </message>
    <message>
        <source>Not shown of the file: {what}.</source>
        <translation>Aus der Datei nicht gezeigt: {what}.</translation>
    </message>
    <message>
        <source>Not validated for CT.</source>
        <translation>Nicht für CT validiert.</translation>
    </message>
    <message>
        <source>Not validated for MR.</source>
        <translation>Nicht für MR validiert.</translation>
    </message>
    <message>
        <source>Not validated for this MR sequence.</source>
        <translation>Nicht für diese MR-Sequenz validiert.</translation>
    </message>
    <message>
        <source>Not validated for this kind of image.</source>
        <translation>Nicht für diese Art von Bild validiert.</translation>
    </message>
    <message>
        <source>Not validated for {kind}.</source>
        <translation>Nicht für {kind} validiert.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist geöffnet</translation>
    </message>
    <message>
        <source>Nothing is written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing is wrong with it; it cannot be analysed.</source>
        <translation>Mit ihr ist alles in Ordnung; sie kann nicht analysiert werden.</translation>
    </message>
    <message>
        <source>Nothing to compare: {model} gives no answer for this image.</source>
        <translation>Nichts zu vergleichen: {model} gibt für dieses Bild keine Antwort.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Number of elements</source>
        <translation>Anzahl der Elemente</translation>
    </message>
    <message>
        <source>ONNX Runtime</source>
        <translation>ONNX Runtime</translation>
    </message>
    <message>
        <source>Of TumorView and of all that is in it</source>
        <translation>Von TumorView und allem, was darin ist</translation>
    </message>
    <message>
        <source>On the image</source>
        <translation>Auf dem Bild</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Auf dem Bild</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>One millimetre on the screen is one millimetre in the patient</source>
        <translation>Ein Millimeter auf dem Bildschirm ist ein Millimeter im Patienten</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>Ein Bereich</translation>
    </message>
    <message>
        <source>One pixel of the image is one pixel of the screen</source>
        <translation>Ein Pixel des Bildes ist ein Pixel des Bildschirms</translation>
    </message>
    <message>
        <source>One row of three panes</source>
        <translation>Eine Reihe mit drei Bereichen</translation>
    </message>
    <message>
        <source>One row of two panes</source>
        <translation>Eine Reihe mit zwei Bereichen</translation>
    </message>
    <message>
        <source>One window</source>
        <translation>Ein Fenster</translation>
    </message>
    <message>
        <source>Only one model is installed: {title} {version}.</source>
        <translation>Nur ein Modell ist installiert: {title} {version}.</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the heatmap in percent</source>
        <translation>Deckkraft der Heatmap in Prozent</translation>
    </message>
    <message>
        <source>Opacity of the heatmap&apos;s hottest place.</source>
        <translation>Deckkraft der stärksten Stelle der Heatmap.</translation>
    </message>
    <message>
        <source>Open CSV folder</source>
        <translation>CSV-Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Einen Ordner mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Eine Studie öffnen</translation>
    </message>
    <message>
        <source>Open an image to ask the model about it.</source>
        <translation>Öffnen Sie ein Bild, um das Modell dazu zu befragen.</translation>
    </message>
    <message>
        <source>Open an image to compare what two models say of it.</source>
        <translation>Öffnen Sie ein Bild, um zu vergleichen, was zwei Modelle dazu sagen.</translation>
    </message>
    <message>
        <source>Open an image to see its header.</source>
        <translation>Öffnen Sie ein Bild, um seinen Header zu sehen.</translation>
    </message>
    <message>
        <source>Open every image in a folder</source>
        <translation>Jedes Bild in einem Ordner öffnen</translation>
    </message>
    <message>
        <source>Open files that are double-clicked in the window that is already there; off: in a window of their own.</source>
        <translation>Doppelt angeklickte Dateien im schon geöffneten Fenster öffnen; aus: in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Open it again once it is complete.</source>
        <translation>Öffnen Sie sie noch einmal, sobald sie vollständig ist.</translation>
    </message>
    <message>
        <source>Open it by itself: it is then listed like a folder.</source>
        <translation>Öffnen Sie es für sich: Es wird dann wie ein Ordner gelesen.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the archive by itself: it is then listed like a folder.</source>
        <translation>Öffnen Sie das Archiv für sich: Es wird dann wie ein Ordner gelesen.</translation>
    </message>
    <message>
        <source>Open the folder that it lies in.</source>
        <translation>Öffnen Sie den Ordner, in dem sie liegt.</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>Beispielstudie öffnen</translation>
    </message>
    <message>
        <source>Open the study that they were made on, then load them again.</source>
        <translation>Öffnen Sie die Studie, an der sie gemacht wurden, und laden Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Ordered by {what}</source>
        <translation>Geordnet nach {what}</translation>
    </message>
    <message>
        <source>Orientation letters and ruler</source>
        <translation>Orientierungsbuchstaben und Maßstab</translation>
    </message>
    <message>
        <source>Orientation of the paper</source>
        <translation>Ausrichtung des Papiers</translation>
    </message>
    <message>
        <source>Other patient? {date}</source>
        <translation>Anderer Patient? {date}</translation>
    </message>
    <message>
        <source>Outcome of the export</source>
        <translation>Ergebnis des Exports</translation>
    </message>
    <message>
        <source>Outcome of the scan</source>
        <translation>Ergebnis der Auswertung</translation>
    </message>
    <message>
        <source>Overlays may show who the patient is</source>
        <translation>Overlays können zeigen, wer der Patient ist</translation>
    </message>
    <message>
        <source>Overlays off</source>
        <translation>Overlays aus</translation>
    </message>
    <message>
        <source>Own keys of actions, by the action&apos;s id; an empty list takes its key away.</source>
        <translation>Eigene Tasten von Befehlen, nach Kennung des Befehls; eine leere Liste nimmt die Taste weg.</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigene Fensterung</translation>
    </message>
    <message>
        <source>PNG, lossless</source>
        <translation>PNG, verlustfrei</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Parquet cannot be written: pyarrow is not installed</source>
        <translation>Parquet kann nicht geschrieben werden: pyarrow ist nicht installiert</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Part of the image</source>
        <translation>Bildausschnitt</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Teile und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Path: {path}</source>
        <translation>Pfad: {path}</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Patient {number}</source>
        <translation>Patient {number}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused at {files}</source>
        <translation>Angehalten bei {files}</translation>
    </message>
    <message>
        <source>Paused: {files}</source>
        <translation>Angehalten: {files}</translation>
    </message>
    <message>
        <source>Perhaps not the same patient</source>
        <translation>Vielleicht nicht derselbe Patient</translation>
    </message>
    <message>
        <source>Pituitary tumour</source>
        <translation>Hypophysentumor</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Schneller abspielen</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Langsamer abspielen</translation>
    </message>
    <message>
        <source>Play the series</source>
        <translation>Serie abspielen</translation>
    </message>
    <message>
        <source>Please report it with the log; `tumorview doctor` says where that is.</source>
        <translation>Bitte melden Sie es mit dem Protokoll; `tumorview doctor` sagt, wo das ist.</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Posterior fossa</source>
        <translation>Hintere Schädelgrube</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>Vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>Vorschau der Seiten</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>Vorheriges Schlüsselbild</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Vorherige Serie</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Prior {date}</source>
        <translation>Voraufnahme {date}</translation>
    </message>
    <message>
        <source>Private tags</source>
        <translation>Private Tags</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, at or above the threshold of {threshold}.</source>
        <translation>Tumorwahrscheinlichkeit {probability}, auf oder über dem Schwellenwert von {threshold}.</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, below the threshold of {threshold}.</source>
        <translation>Tumorwahrscheinlichkeit {probability}, unter dem Schwellenwert von {threshold}.</translation>
    </message>
    <message>
        <source>Probability of tumour by image</source>
        <translation>Tumorwahrscheinlichkeit je Bild</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Analyse</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt der Auswertung</translation>
    </message>
    <message>
        <source>Put the folder of another model into {place}, then open this window again.</source>
        <translation>Legen Sie den Ordner eines anderen Modells in {place} und öffnen Sie dieses Fenster dann noch einmal.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Queue of scans</source>
        <translation>Warteschlange der Auswertungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Raise the limits with --limits, or the setting file_limits.</source>
        <translation>Heben Sie die Grenzen mit --limits oder der Einstellung file_limits an.</translation>
    </message>
    <message>
        <source>Re-run failures</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Befunden Sie sie</translation>
    </message>
    <message>
        <source>Read it as it was taken.</source>
        <translation>Befunden Sie sie, wie sie aufgenommen wurde.</translation>
    </message>
    <message>
        <source>Read with reserve</source>
        <translation>Mit Vorbehalt gelesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>Reading the header…</source>
        <translation>Der Header wird gelesen…</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Die Lizenzen werden gelesen…</translation>
    </message>
    <message>
        <source>Reading the model card…</source>
        <translation>Die Modellkarte wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>Reading {done} of {n} files…</source>
        <translation>
            <numerusform>{done} von {n} Datei wird gelesen…</numerusform>
            <numerusform>{done} von {n} Dateien werden gelesen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>{done} von {total} werden gelesen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Stopped after {files}</source>
        <translation>Gestoppt nach {files}</translation>
    </message>
    <message>
        <source>The scan of {name} in the queue writes to this CSV too. Choose another, or its rows will be replaced.</source>
        <translation>Die Auswertung von {name} in der Warteschlange schreibt auch in diese CSV-Datei. Wählen Sie eine andere, sonst werden ihre Zeilen ersetzt.</translation>
    </message>
    <message>
        <source>Window presets: those of the file first, then those of the modality</source>
        <translation>Fenstervorgaben: erst die der Datei, dann die der Modalität</translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, none failed</source>
        <translation>
            <numerusform>{n} Bild analysiert, keines fehlgeschlagen</numerusform>
            <numerusform>{n} Bilder analysiert, keines fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, {failed} failed</source>
        <translation>
            <numerusform>{n} Bild analysiert, {failed} fehlgeschlagen</numerusform>
            <numerusform>{n} Bilder analysiert, {failed} fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{outcome}, in {duration}.</source>
        <translation>{outcome}, in {duration}.</translation>
    </message>
    <message>
        <source>{rate} files/s · about {duration} left</source>
        <translation>{rate} Dateien/s · noch etwa {duration}</translation>
    </message>
    <message>
        <source>{rate} files/s · {unknown} left</source>
        <translation>{rate} Dateien/s · noch {unknown}</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Wahre Größe</translation>
    </message>
    <message>
        <source>And as DICOM parametric maps, for a PACS</source>
        <translation>Auch als DICOM Parametric Map, für ein PACS</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Axial of {series}</source>
        <translation>Axial aus {series}</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>Coronal of {series}</source>
        <translation>Koronal aus {series}</translation>
    </message>
    <message>
        <source>Images that are not DICOM, or have no place in the patient, get the picture only</source>
        <translation>Bilder, die kein DICOM sind oder keine Lage im Patienten haben, bekommen nur das Bild mit Heatmap</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Wiederholen: {what}</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Referenzlinien</translation>
    </message>
    <message>
        <source>Reformat axial</source>
        <translation>Axial reformatieren</translation>
    </message>
    <message>
        <source>Reformat coronal</source>
        <translation>Koronal reformatieren</translation>
    </message>
    <message>
        <source>Reformat in three planes</source>
        <translation>In drei Ebenen reformatieren</translation>
    </message>
    <message>
        <source>Reformat sagittal</source>
        <translation>Sagittal reformatieren</translation>
    </message>
    <message>
        <source>Reformat the series again.</source>
        <translation>Reformatieren Sie die Serie noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Reformatted from {n} slices</source>
        <translation>
            <numerusform>Aus {n} Schicht reformatiert</numerusform>
            <numerusform>Aus {n} Schichten reformatiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Reformatting: {done} of {total} slices read…</source>
        <translation>Reformatierung: {done} von {total} Schichten gelesen…</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject the answer</source>
        <translation>Ergebnis ablehnen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Rename it, or choose another CSV file.</source>
        <translation>Benennen Sie sie um oder wählen Sie eine andere CSV-Datei.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Bericht als PDF…</translation>
    </message>
    <message>
        <source>Reports, presentation states and other objects without pixels are not analysed.</source>
        <translation>Berichte, Presentation States und andere Objekte ohne Pixel werden nicht analysiert.</translation>
    </message>
    <message>
        <source>Research use only. Not cleared as a medical device.</source>
        <translation>Nur für die Forschung. Nicht als Medizinprodukt zugelassen.</translation>
    </message>
    <message>
        <source>Research use only; not cleared as a medical device. It supplements and does not replace reading the full study. Images that are not flagged still have to be read.</source>
        <translation>Nur für die Forschung; nicht als Medizinprodukt zugelassen. Es ergänzt das Befunden der ganzen Studie und ersetzt es nicht. Auch Bilder, die nicht gekennzeichnet werden, müssen befundet werden.</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Restore all keys</source>
        <translation>Alle Tasten wiederherstellen</translation>
    </message>
    <message>
        <source>Results of the scan</source>
        <translation>Ergebnisse der Auswertung</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Reverse the window drag</source>
        <translation>Ziehrichtung der Fensterung umkehren</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechte Taste ziehen</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotated {degrees}°</source>
        <translation>Um {degrees}° gedreht</translation>
    </message>
    <message>
        <source>Running: listing the folder</source>
        <translation>Läuft: Ordner wird gelesen</translation>
    </message>
    <message>
        <source>Running: {files}</source>
        <translation>Läuft: {files}</translation>
    </message>
    <message>
        <source>SHA-256 of the manifest</source>
        <translation>SHA-256 des Manifests</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 des Modells</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Sagittal of {series}</source>
        <translation>Sagittal aus {series}</translation>
    </message>
    <message>
        <source>Save a picture with the heatmap of each image</source>
        <translation>Von jedem Bild eines mit Heatmap speichern</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>Messungen speichern</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>Messungen speichern…</translation>
    </message>
    <message>
        <source>Save measurements… (DICOM images only)</source>
        <translation>Messungen speichern… (nur DICOM-Bilder)</translation>
    </message>
    <message>
        <source>Scan a folder</source>
        <translation>Ordner auswerten</translation>
    </message>
    <message>
        <source>Scan a folder…</source>
        <translation>Ordner auswerten…</translation>
    </message>
    <message>
        <source>Scan again without --resume; the finished rows of the CSV are not touched.</source>
        <translation>Beginnen Sie ohne --resume neu; die fertigen Zeilen der CSV-Datei bleiben unberührt.</translation>
    </message>
    <message>
        <source>Scan anew</source>
        <translation>Neu auswerten</translation>
    </message>
    <message>
        <source>Scan folders</source>
        <translation>Ordner auswerten</translation>
    </message>
    <message>
        <source>Scan without --resume to begin anew.</source>
        <translation>Beginnen Sie ohne --resume von vorn.</translation>
    </message>
    <message numerus="yes">
        <source>Score {score}, pooled from {answered} of {n} images by the highest mean of {neighbours} neighbouring images ({which}).</source>
        <translation>
            <numerusform>Score {score}, zusammengefasst aus {answered} von {n} Bild als höchstes Mittel von {neighbours} benachbarten Bildern ({which}).</numerusform>
            <numerusform>Score {score}, zusammengefasst aus {answered} von {n} Bildern als höchstes Mittel von {neighbours} benachbarten Bildern ({which}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll through the series</source>
        <translation>Durch die Serie blättern</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Gemeinsam blättern</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in file and reason</source>
        <translation>In Datei und Grund suchen</translation>
    </message>
    <message>
        <source>Search in the results</source>
        <translation>In den Ergebnissen suchen</translation>
    </message>
    <message>
        <source>Search studies and series</source>
        <translation>Studien und Serien suchen</translation>
    </message>
    <message>
        <source>Search the header</source>
        <translation>Den Header durchsuchen</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Die Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search the list by name, date, description or modality</source>
        <translation>Die Liste nach Name, Datum, Beschreibung oder Modalität durchsuchen</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Secondary capture: burned-in text may show who the patient is</source>
        <translation>Secondary Capture: Eingebrannter Text kann zeigen, wer der Patient ist</translation>
    </message>
    <message>
        <source>See the rows of the frames before.</source>
        <translation>Siehe die Zeilen der Frames davor.</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Sequence not validated</source>
        <translation>Sequenz nicht validiert</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Series as acquired</source>
        <translation>Serie wie aufgenommen</translation>
    </message>
    <message>
        <source>Series found</source>
        <translation>Gefundene Serien</translation>
    </message>
    <message>
        <source>Series list</source>
        <translation>Serienliste</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>Set up another scan; it waits for those before it</source>
        <translation>Eine weitere Auswertung einrichten; sie wartet auf die davor</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Shift + left button</source>
        <translation>Umschalt + linke Taste</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>Show elements that a manufacturer has defined</source>
        <translation>Elemente zeigen, die ein Hersteller festgelegt hat</translation>
    </message>
    <message>
        <source>Show heatmap</source>
        <translation>Heatmap zeigen</translation>
    </message>
    <message>
        <source>Show heatmap on the image</source>
        <translation>Heatmap auf dem Bild zeigen</translation>
    </message>
    <message>
        <source>Show it in the pane where it is dropped</source>
        <translation>Sie in dem Bereich zeigen, in dem sie abgelegt wird</translation>
    </message>
    <message>
        <source>Show only rows of one predicted class</source>
        <translation>Nur Zeilen einer vorhergesagten Klasse zeigen</translation>
    </message>
    <message>
        <source>Show only rows with one caution</source>
        <translation>Nur Zeilen mit einem Warnhinweis zeigen</translation>
    </message>
    <message>
        <source>Show or hide the list of studies and series</source>
        <translation>Die Liste der Studien und Serien zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the model&apos;s result. Read first, AI second.</source>
        <translation>Das Ergebnis des Modells zeigen oder verbergen. Erst befunden, dann KI.</translation>
    </message>
    <message>
        <source>Show the heatmap beside the plain image, not on it.</source>
        <translation>Die Heatmap neben dem unveränderten Bild zeigen, nicht darauf.</translation>
    </message>
    <message>
        <source>Show the series as acquired and analyse that.</source>
        <translation>Zeigen Sie die Serie wie aufgenommen und analysieren Sie diese.</translation>
    </message>
    <message>
        <source>Show what tells who, where and when; private values are hidden with it</source>
        <translation>Zeigen, was verrät, wer, wo und wann; private Werte sind mit verborgen</translation>
    </message>
    <message>
        <source>Shows where the model looked. Not a lesion outline.</source>
        <translation>Zeigt, wohin das Modell gesehen hat. Kein Läsionsumriss.</translation>
    </message>
    <message>
        <source>Shows where the model sees signs of a tumour, of whatever type. Not a lesion outline.</source>
        <translation>Zeigt, wo das Modell Zeichen eines Tumors gleich welcher Art sieht. Kein Läsionsumriss.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Slices, pane {number}</source>
        <translation>Schichten, Bereich {number}</translation>
    </message>
    <message>
        <source>So many frames of the file failed one after the other, and all alike, that the rest was left alone.</source>
        <translation>So viele Frames der Datei schlugen nacheinander und alle gleich fehl, dass der Rest ausgelassen wurde.</translation>
    </message>
    <message>
        <source>Some pixels are colours and no grey values; the model was given all as grey.</source>
        <translation>Einige Pixel sind Farben und keine Grauwerte; dem Modell wurde alles als Grau gegeben.</translation>
    </message>
    <message>
        <source>Something that TumorView did not foresee; details without patients&apos; data are in the log.</source>
        <translation>Etwas, das TumorView nicht vorhergesehen hat; Einzelheiten ohne Patientendaten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). TumorView goes on.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen ({kind}). TumorView läuft weiter.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Starten Sie sie noch einmal, wann Sie mögen.</translation>
    </message>
    <message>
        <source>Start scan</source>
        <translation>Auswertung starten</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Warteschlange starten</translation>
    </message>
    <message>
        <source>Start workers that have the same TumorView and models and see the folder under the same path; docs/SCALING.md says how.</source>
        <translation>Starten Sie Worker, die dasselbe TumorView und dieselben Modelle haben und den Ordner unter demselben Pfad sehen; docs/SCALING.md sagt wie.</translation>
    </message>
    <message>
        <source>State of the export</source>
        <translation>Stand des Exports</translation>
    </message>
    <message>
        <source>State of the header</source>
        <translation>Stand des Headers</translation>
    </message>
    <message>
        <source>State of the print</source>
        <translation>Stand des Drucks</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>Lesen der Dateien stoppen</translation>
    </message>
    <message>
        <source>Stop the analysis</source>
        <translation>Analyse stoppen</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende gestoppt.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is written.</source>
        <translation>Gestoppt. Es wurde nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. {n} files are written and whole.</source>
        <translation>
            <numerusform>Gestoppt. {n} Datei ist geschrieben und vollständig.</numerusform>
            <numerusform>Gestoppt. {n} Dateien sind geschrieben und vollständig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {files}</source>
        <translation>Gestoppt: {files}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Schlaganfall</translation>
    </message>
    <message>
        <source>Stroke, narrow</source>
        <translation>Schlaganfall, eng</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>Studien und Serien</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Study of {date}</source>
        <translation>Studie vom {date}</translation>
    </message>
    <message>
        <source>Study, date unknown</source>
        <translation>Studie, Datum unbekannt</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Subdural</translation>
    </message>
    <message>
        <source>TIFF, lossless</source>
        <translation>TIFF, verlustfrei</translation>
    </message>
    <message>
        <source>Table of results</source>
        <translation>Tabelle der Ergebnisse</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tag, keyword, name or value</source>
        <translation>Tag, Keyword, Name oder Wert</translation>
    </message>
    <message>
        <source>Take out of the queue; files stay</source>
        <translation>Aus der Warteschlange nehmen; Dateien bleiben</translation>
    </message>
    <message>
        <source>Take the keys of the action away</source>
        <translation>Dem Befehl seine Tasten nehmen</translation>
    </message>
    <message>
        <source>Take this key</source>
        <translation>Diese Taste übernehmen</translation>
    </message>
    <message>
        <source>TensorFlow finds no GPU although an NVIDIA driver is present</source>
        <translation>TensorFlow findet keine GPU, obwohl ein NVIDIA-Treiber vorhanden ist</translation>
    </message>
    <message>
        <source>TensorFlow is not installed, which the Keras engine needs</source>
        <translation>TensorFlow, das die Keras-Engine braucht, ist nicht installiert</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text in the corners</source>
        <translation>Text in den Ecken</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Text on the image</source>
        <translation>Text auf dem Bild</translation>
    </message>
    <message>
        <source>The DICOM object has no image: a report, a presentation state, a structure set.</source>
        <translation>Das DICOM-Objekt hat kein Bild: ein Bericht, ein Presentation State, ein Structure Set.</translation>
    </message>
    <message>
        <source>The answer is right  (Ctrl+Shift+Y)</source>
        <translation>Die Antwort ist richtig  (Strg+Umschalt+Y)</translation>
    </message>
    <message>
        <source>The answer is wrong  (Ctrl+Shift+N)</source>
        <translation>Die Antwort ist falsch  (Strg+Umschalt+N)</translation>
    </message>
    <message>
        <source>The answer stays closed until you ask: {result_panel} opens the panel, {analyze_image} analyses the image. For research only; images that are not flagged still have to be read.</source>
        <translation>Die Antwort bleibt verdeckt, bis Sie fragen: {result_panel} öffnet den Bereich, {analyze_image} analysiert das Bild. Nur für die Forschung; Auch Bilder, die nicht gekennzeichnet werden, müssen befundet werden.</translation>
    </message>
    <message>
        <source>The audit journal as a CSV</source>
        <translation>Das Prüfprotokoll als CSV-Datei</translation>
    </message>
    <message>
        <source>The classes that are not ruled out hold the right one in about {share:.0f} of 100 images like those of the calibration.</source>
        <translation>Die nicht ausgeschlossenen Klassen enthalten die richtige bei etwa {share:.0f} von 100 Bildern wie denen der Kalibrierung.</translation>
    </message>
    <message>
        <source>The cluster has no worker that can take part: there is none, or each has another version, another model, or does not see the folder.</source>
        <translation>Der Cluster hat keinen Worker, der teilnehmen kann: Es gibt keinen, oder jeder hat eine andere Version, ein anderes Modell oder sieht den Ordner nicht.</translation>
    </message>
    <message>
        <source>The colours are meant for another profile than sRGB and may look different here.</source>
        <translation>Die Farben sind für ein anderes Profil als sRGB gedacht und können hier anders aussehen.</translation>
    </message>
    <message>
        <source>The content is none of DICOM, PNG and JPEG, or the path is no plain file.</source>
        <translation>Der Inhalt ist weder DICOM noch PNG oder JPEG, oder der Pfad ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>The data are not encoded as the file states; they were read as they are.</source>
        <translation>Die Daten sind nicht so kodiert, wie die Datei angibt; sie wurden gelesen, wie sie sind.</translation>
    </message>
    <message>
        <source>The decision by the threshold and the most probable class say different things.</source>
        <translation>Die Entscheidung nach dem Schwellenwert und die wahrscheinlichste Klasse sagen Verschiedenes.</translation>
    </message>
    <message>
        <source>The details are in the log; please report them.</source>
        <translation>Die Einzelheiten stehen im Protokoll; bitte melden Sie sie.</translation>
    </message>
    <message>
        <source>The drive that the file lies on has not answered for a long time.</source>
        <translation>Das Laufwerk, auf dem die Datei liegt, hat lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>The earlier study of the patient beside the later one, with the series that match</source>
        <translation>Die frühere Studie des Patienten neben der späteren, mit den passenden Serien</translation>
    </message>
    <message>
        <source>The file asks for more memory, frames or elements than TumorView gives one file.</source>
        <translation>Die Datei verlangt mehr Speicher, Frames oder Elemente, als TumorView einer Datei gibt.</translation>
    </message>
    <message>
        <source>The file does not keep to the standard or holds more than grey values; it was read as far as it can be trusted.</source>
        <translation>Die Datei hält sich nicht an den Standard oder enthält mehr als Grauwerte; sie wurde gelesen, soweit ihr zu trauen ist.</translation>
    </message>
    <message>
        <source>The file does not say how the image was made, so nothing vouches that the model is valid for it.</source>
        <translation>Die Datei sagt nicht, wie das Bild gemacht wurde, also bürgt nichts dafür, dass das Modell dafür gilt.</translation>
    </message>
    <message>
        <source>The file does not say how the image was made. That it is {modality} was judged from the picture.</source>
        <translation>Die Datei sagt nicht, wie das Bild gemacht wurde. Dass es {modality} ist, wurde nach dem Bild beurteilt.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was told from the data.</source>
        <translation>Die Datei gibt ihre Transfersyntax nicht an; sie wurde an den Daten erkannt.</translation>
    </message>
    <message>
        <source>The file ends before its content does.</source>
        <translation>Die Datei endet vor ihrem Inhalt.</translation>
    </message>
    <message>
        <source>The file has no content.</source>
        <translation>Die Datei hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>The file has no frame of that number.</source>
        <translation>Die Datei hat keinen Frame mit dieser Nummer.</translation>
    </message>
    <message>
        <source>The file has no preamble or no file meta information, so it is no complete DICOM file.</source>
        <translation>Die Datei hat keine Präambel oder keine File Meta Information, ist also keine vollständige DICOM-Datei.</translation>
    </message>
    <message>
        <source>The file has overlays; the model was not given them.</source>
        <translation>Die Datei hat Overlays; dem Modell wurden sie nicht gegeben.</translation>
    </message>
    <message>
        <source>The file holds fewer frames than it announces; those that are there are shown.</source>
        <translation>Die Datei enthält weniger Frames, als sie ankündigt; die vorhandenen werden gezeigt.</translation>
    </message>
    <message>
        <source>The file holds more pixel data than its header describes; what is left was not read.</source>
        <translation>Die Datei enthält mehr Pixeldaten, als ihr Header beschreibt; der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The file is a DICOMDIR, an index of other files.</source>
        <translation>Die Datei ist ein DICOMDIR, ein Verzeichnis anderer Dateien.</translation>
    </message>
    <message>
        <source>The file is a ZIP archive within a folder or within another archive; it is not unpacked there.</source>
        <translation>Die Datei ist ein ZIP-Archiv in einem Ordner oder in einem anderen Archiv; dort wird es nicht entpackt.</translation>
    </message>
    <message>
        <source>The file is damaged or made to do harm; the other images are not affected.</source>
        <translation>Die Datei ist beschädigt oder soll Schaden anrichten; die anderen Bilder sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The file is sound, but holds a kind of image that is not read.</source>
        <translation>Die Datei ist in Ordnung, enthält aber eine Art von Bild, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>The file says that text which may name the patient is burned into its pixels (Burned In Annotation is YES). It stays in every export, also while identity is hidden.</source>
        <translation>Die Datei sagt, dass in ihre Pixel Text eingebrannt ist, der den Patienten nennen kann (Burned In Annotation ist YES). Er bleibt in jedem Export, auch während die Identität verborgen ist.</translation>
    </message>
    <message>
        <source>The file states a wrong length of its file meta information; it was read to its end.</source>
        <translation>Die Datei gibt eine falsche Länge ihrer File Meta Information an; diese wurde bis zu ihrem Ende gelesen.</translation>
    </message>
    <message>
        <source>The file states a wrong length of its pixel data; all of its frames are there.</source>
        <translation>Die Datei gibt eine falsche Länge ihrer Pixeldaten an; alle ihre Frames sind da.</translation>
    </message>
    <message>
        <source>The file states another modality than the picture looks like.</source>
        <translation>Die Datei gibt eine andere Modalität an, als das Bild aussieht.</translation>
    </message>
    <message>
        <source>The file that is there was not replaced: something in it would have been lost.</source>
        <translation>Die vorhandene Datei wurde nicht ersetzt: Etwas in ihr wäre verloren gegangen.</translation>
    </message>
    <message>
        <source>The file was written to while TumorView read it, so that header and pixels may be of two versions.</source>
        <translation>In die Datei wurde geschrieben, während TumorView sie las, sodass Header und Pixel aus zwei Fassungen sein können.</translation>
    </message>
    <message>
        <source>The file will name the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>Die Datei wird den Patienten nennen. Ansicht, Identität verbergen (Strg+H) hält das aus allem heraus, was TumorView verlässt.</translation>
    </message>
    <message>
        <source>The file with the key of the pseudonyms cannot be read or made, or holds no secret.</source>
        <translation>Die Datei mit dem Schlüssel der Pseudonyme kann nicht gelesen oder angelegt werden oder enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>The first one found</source>
        <translation>Das erste gefundene</translation>
    </message>
    <message>
        <source>The folder holds no image that can be read.</source>
        <translation>Der Ordner enthält kein Bild, das gelesen werden kann.</translation>
    </message>
    <message>
        <source>The folder to scan is not there, is no folder, cannot be listed, or went away meanwhile.</source>
        <translation>Der auszuwertende Ordner ist nicht da, ist kein Ordner, kann nicht gelesen werden oder ist währenddessen verschwunden.</translation>
    </message>
    <message>
        <source>The image alone on the whole screen</source>
        <translation>Nur das Bild, auf dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>The image as on the screen, to the clipboard</source>
        <translation>Das Bild wie auf dem Bildschirm, in die Zwischenablage</translation>
    </message>
    <message>
        <source>The image as shown, as PNG, TIFF or JPEG</source>
        <translation>Das Bild, wie angezeigt, als PNG, TIFF oder JPEG</translation>
    </message>
    <message>
        <source>The image differs from everything the model learned from.</source>
        <translation>Das Bild unterscheidet sich von allem, woran das Modell gelernt hat.</translation>
    </message>
    <message>
        <source>The image has fewer pixels than the model needs for a sound result.</source>
        <translation>Das Bild hat weniger Pixel, als das Modell für ein verlässliches Ergebnis braucht.</translation>
    </message>
    <message>
        <source>The image has no contrast at all.</source>
        <translation>Das Bild hat überhaupt keinen Kontrast.</translation>
    </message>
    <message>
        <source>The image is a secondary capture that does not say whether text is burnt into its pixels; it may tell who the patient is.</source>
        <translation>Das Bild ist ein Secondary Capture, das nicht sagt, ob in seine Pixel Text eingebrannt ist; es kann verraten, wer der Patient ist.</translation>
    </message>
    <message>
        <source>The image is blank.</source>
        <translation>Das Bild ist leer.</translation>
    </message>
    <message>
        <source>The image is in colour; the model was given its brightness.</source>
        <translation>Das Bild ist farbig; dem Modell wurde seine Helligkeit gegeben.</translation>
    </message>
    <message>
        <source>The image is on the clipboard, as on the screen.</source>
        <translation>Das Bild ist in der Zwischenablage, wie auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>The image is too small for the model.</source>
        <translation>Das Bild ist für das Modell zu klein.</translation>
    </message>
    <message>
        <source>The image of the series with the highest probability of a tumour</source>
        <translation>Das Bild der Serie mit der höchsten Tumorwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>The image on screen</source>
        <translation>Das angezeigte Bild</translation>
    </message>
    <message>
        <source>The image was compressed with loss, which can change the result.</source>
        <translation>Das Bild wurde mit Verlust komprimiert, was das Ergebnis ändern kann.</translation>
    </message>
    <message>
        <source>The image with the highest probability  (Ctrl+Shift+B)</source>
        <translation>Das Bild mit der höchsten Wahrscheinlichkeit  (Strg+Umschalt+B)</translation>
    </message>
    <message numerus="yes">
        <source>The journal has {n} damaged lines; what stood there is not shown.</source>
        <translation>
            <numerusform>Das Protokoll hat {n} beschädigte Zeile; was dort stand, wird nicht gezeigt.</numerusform>
            <numerusform>Das Protokoll hat {n} beschädigte Zeilen; was dort stand, wird nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal of accepted, rejected and commented results cannot be read or written.</source>
        <translation>Das Protokoll der angenommenen, abgelehnten und kommentierten Ergebnisse kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The journal of an earlier scan cannot be used to go on.</source>
        <translation>Das Journal einer früheren Auswertung kann nicht zum Fortsetzen verwendet werden.</translation>
    </message>
    <message>
        <source>The machine has not enough memory for this image or this model.</source>
        <translation>Der Rechner hat nicht genug Speicher für dieses Bild oder dieses Modell.</translation>
    </message>
    <message>
        <source>The measurements are lost when the image closes: a DICOM report can be about DICOM images only. Copy measurements (Ctrl+Shift+C) takes them as a table.</source>
        <translation>Die Messungen gehen verloren, wenn das Bild geschlossen wird: Ein DICOM-Bericht kann nur von DICOM-Bildern handeln. Messungen kopieren (Strg+Umschalt+C) nimmt sie als Tabelle mit.</translation>
    </message>
    <message>
        <source>The model could not answer.</source>
        <translation>Das Modell konnte nicht antworten.</translation>
    </message>
    <message>
        <source>The model does not answer for this image.</source>
        <translation>Das Modell gibt für dieses Bild keine Antwort.</translation>
    </message>
    <message>
        <source>The model was not validated on this kind of image.</source>
        <translation>Das Modell wurde an dieser Art von Bild nicht validiert.</translation>
    </message>
    <message>
        <source>The model was to be asked about a reformatted image. It has learned images as the scanner made them; what it would say of an interpolated one was never measured.</source>
        <translation>Das Modell sollte zu einem reformatierten Bild befragt werden. Es hat an Bildern gelernt, wie das Gerät sie gemacht hat; was es zu einem interpolierten sagen würde, wurde nie gemessen.</translation>
    </message>
    <message>
        <source>The model was validated on other MR sequences than this one.</source>
        <translation>Das Modell wurde an anderen MR-Sequenzen als dieser validiert.</translation>
    </message>
    <message>
        <source>The model&apos;s answer</source>
        <translation>Die Antwort des Modells</translation>
    </message>
    <message>
        <source>The model&apos;s inputs or outputs are not those that its manifest states.</source>
        <translation>Die Ein- oder Ausgänge des Modells sind nicht die, die sein Manifest angibt.</translation>
    </message>
    <message>
        <source>The numbers of the model&apos;s input gate cannot be used.</source>
        <translation>Die Zahlen der Eingangsprüfung des Modells sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>The only class that is not ruled out: {name}.</source>
        <translation>Die einzige nicht ausgeschlossene Klasse: {name}.</translation>
    </message>
    <message>
        <source>The operating system does not let TumorView read the file.</source>
        <translation>Das Betriebssystem lässt TumorView die Datei nicht lesen.</translation>
    </message>
    <message>
        <source>The order of these images is not known by their positions, so neighbours in the list need not be neighbours in the head.</source>
        <translation>Die Reihenfolge dieser Bilder ist nicht durch ihre Lage bekannt; Nachbarn in der Liste müssen also nicht Nachbarn im Kopf sein.</translation>
    </message>
    <message>
        <source>The page will name the patient. View, Hide identity (Ctrl+H) leaves that out.</source>
        <translation>Die Seite wird den Patienten nennen. Ansicht, Identität verbergen (Strg+H) lässt das weg.</translation>
    </message>
    <message>
        <source>The pane that keys and menus are about; a click does the same</source>
        <translation>Der Bereich, für den Tasten und Menüs gelten; ein Klick tut dasselbe</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the birth dates differ.</source>
        <translation>Die Patienten-IDs sind gleich, aber die Geburtsdaten sind verschieden.</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the names differ.</source>
        <translation>Die Patienten-IDs sind gleich, aber die Namen sind verschieden.</translation>
    </message>
    <message>
        <source>The patient IDs differ.</source>
        <translation>Die Patienten-IDs sind verschieden.</translation>
    </message>
    <message>
        <source>The picture is a mosaic: it shows many slices side by side and is no single slice.</source>
        <translation>Das Bild ist ein Mosaik: Es zeigt viele Schichten nebeneinander und ist keine einzelne Schicht.</translation>
    </message>
    <message>
        <source>The picture looks like {modality}, but the file states another modality. Check which is right; until then the stricter rules of the two hold.</source>
        <translation>Das Bild sieht nach {modality} aus, aber die Datei gibt eine andere Modalität an. Prüfen Sie, was stimmt; bis dahin gelten die strengeren Regeln von beiden.</translation>
    </message>
    <message>
        <source>The picture shows many slices side by side; the answer holds for none of them.</source>
        <translation>Das Bild zeigt viele Schichten nebeneinander; die Antwort gilt für keine von ihnen.</translation>
    </message>
    <message>
        <source>The pixel data cannot be decoded: they are damaged, or contradict the header.</source>
        <translation>Die Pixeldaten können nicht dekodiert werden: Sie sind beschädigt oder widersprechen dem Header.</translation>
    </message>
    <message>
        <source>The pixel data take longer to decode than their size explains.</source>
        <translation>Das Dekodieren der Pixeldaten dauert länger, als ihre Größe erklärt.</translation>
    </message>
    <message>
        <source>The plain image and the heatmap side by side, at the same zoom and place</source>
        <translation>Das unveränderte Bild und die Heatmap nebeneinander, mit gleichem Zoom und gleicher Stelle</translation>
    </message>
    <message>
        <source>The process that decoded the pixel data ended. It has been replaced.</source>
        <translation>Der Prozess, der die Pixeldaten dekodierte, ist beendet. Er wurde ersetzt.</translation>
    </message>
    <message>
        <source>The rows so far are kept; the scan can be resumed</source>
        <translation>Die bisherigen Zeilen bleiben; die Auswertung kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>The scan could not go on</source>
        <translation>Die Auswertung konnte nicht weitergehen</translation>
    </message>
    <message>
        <source>The series as a film</source>
        <translation>Die Serie als Film</translation>
    </message>
    <message>
        <source>The series does not fill a space evenly: pictures of it in other planes would show what was never measured.</source>
        <translation>Die Serie füllt einen Raum nicht gleichmäßig: Bilder davon in anderen Ebenen würden zeigen, was nie gemessen wurde.</translation>
    </message>
    <message>
        <source>The series of the active pane, and beside it axial, coronal and sagittal</source>
        <translation>Die Serie des aktiven Bereichs, daneben axial, koronal und sagittal</translation>
    </message>
    <message>
        <source>The settings file cannot be read, says something unknown, or cannot be written.</source>
        <translation>Die Einstellungsdatei kann nicht gelesen werden, sagt etwas Unbekanntes oder kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The smaller angle of two lines; drag each</source>
        <translation>Der kleinere Winkel zweier Linien; ziehen Sie beide</translation>
    </message>
    <message>
        <source>The table of window presets is damaged.</source>
        <translation>Die Tabelle der Fenstervorgaben ist beschädigt.</translation>
    </message>
    <message>
        <source>The temporary folder has no room for what a ZIP archive holds.</source>
        <translation>Der temporäre Ordner hat keinen Platz für den Inhalt eines ZIP-Archivs.</translation>
    </message>
    <message>
        <source>The theme of the window is damaged.</source>
        <translation>Das Design des Fensters ist beschädigt.</translation>
    </message>
    <message>
        <source>The two studies have no frame of reference in common. Scroll both to the same place, then link them: Layout, Link by hand.</source>
        <translation>Die beiden Studien haben kein gemeinsames Bezugssystem. Blättern Sie beide zur gleichen Stelle und koppeln Sie sie dann: Layout, Von Hand koppeln.</translation>
    </message>
    <message>
        <source>The whole image</source>
        <translation>Das ganze Bild</translation>
    </message>
    <message>
        <source>The work was cancelled, as asked.</source>
        <translation>Die Arbeit wurde wie gewünscht abgebrochen.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Theme, reading, model, files and keys</source>
        <translation>Design, Befundung, Modell, Dateien und Tasten</translation>
    </message>
    <message>
        <source>There are measurements that are not saved. Save them before the study closes?</source>
        <translation>Es gibt Messungen, die nicht gespeichert sind. Speichern, bevor die Studie geschlossen wird?</translation>
    </message>
    <message>
        <source>There is no decoder for the compression of the file.</source>
        <translation>Für die Kompression der Datei gibt es keinen Decoder.</translation>
    </message>
    <message>
        <source>There is no model of that id, or none at all.</source>
        <translation>Es gibt kein Modell mit dieser Kennung oder gar keines.</translation>
    </message>
    <message>
        <source>There is no other study to compare with. Open the prior study as well: it comes into the list beside this one.</source>
        <translation>Es gibt keine andere Studie zum Vergleichen. Öffnen Sie auch die Voraufnahme: Sie kommt neben dieser in die Liste.</translation>
    </message>
    <message>
        <source>There is no scheduler of a Dask cluster at the address, it asks for other certificates, or the connection to it was lost.</source>
        <translation>Unter der Adresse ist kein Scheduler eines Dask-Clusters, er verlangt andere Zertifikate, oder die Verbindung zu ihm ging verloren.</translation>
    </message>
    <message>
        <source>There is nothing to link by hand: that needs two panes whose images say where they lie, and that have no frame of reference in common. Those that have scroll together by themselves (L).</source>
        <translation>Es gibt nichts von Hand zu koppeln: Dazu braucht es zwei Bereiche, deren Bilder sagen, wo sie liegen, und die kein gemeinsames Bezugssystem haben. Die eines haben, blättern von selbst gemeinsam (L).</translation>
    </message>
    <message>
        <source>They disagree: {sure} suspects a tumour, {other} does not.</source>
        <translation>Sie sind uneins: {sure} äußert Tumorverdacht, {other} nicht.</translation>
    </message>
    <message>
        <source>This cannot be changed.</source>
        <translation>Dies kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>This choice holds until TumorView is closed.</source>
        <translation>Diese Wahl gilt, bis TumorView geschlossen wird.</translation>
    </message>
    <message>
        <source>This does not look like a brain MR or CT image the model knows.</source>
        <translation>Das sieht nicht nach einem MR- oder CT-Bild des Gehirns aus, das das Modell kennt.</translation>
    </message>
    <message>
        <source>This image has not been analysed.</source>
        <translation>Dieses Bild wurde nicht analysiert.</translation>
    </message>
    <message>
        <source>This is a secondary capture whose file does not say whether text is burned into its pixels (Burned In Annotation is absent). Look whether the image names the patient: burned-in text stays in every export.</source>
        <translation>Dies ist ein Secondary Capture, dessen Datei nicht sagt, ob in die Pixel Text eingebrannt ist (Burned In Annotation fehlt). Sehen Sie nach, ob das Bild den Patienten nennt: Eingebrannter Text bleibt in jedem Export.</translation>
    </message>
    <message>
        <source>This is a {kind} file. It has no DICOM header.</source>
        <translation>Dies ist eine {kind}-Datei. Sie hat keinen DICOM-Header.</translation>
    </message>
    <message>
        <source>This model ships no model card.</source>
        <translation>Zu diesem Modell gehört keine Modellkarte.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Threshold and class disagree</source>
        <translation>Schwellenwert und Klasse uneins</translation>
    </message>
    <message>
        <source>Threshold of the heatmap in hundredths</source>
        <translation>Schwellenwert der Heatmap in Hundertsteln</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>Versuchen Sie es erneut; wenn es bleibt, melden Sie es mit dem Protokoll.</translation>
    </message>
    <message>
        <source>Try the sample study</source>
        <translation>Beispielstudie ausprobieren</translation>
    </message>
    <message>
        <source>TumorView recognises a file by its content; the name does not matter.</source>
        <translation>TumorView erkennt eine Datei an ihrem Inhalt; der Name spielt keine Rolle.</translation>
    </message>
    <message>
        <source>Tumour (type not judged on CT)</source>
        <translation>Tumor (Typ auf CT nicht beurteilt)</translation>
    </message>
    <message>
        <source>Tumour (type not judged on MR)</source>
        <translation>Tumor (Typ auf MR nicht beurteilt)</translation>
    </message>
    <message>
        <source>Tumour suspected</source>
        <translation>Tumorverdacht</translation>
    </message>
    <message numerus="yes">
        <source>Tumour suspected in {suspected} of {n} images with an answer</source>
        <translation>
            <numerusform>Tumorverdacht in {suspected} von {n} Bild mit Antwort</numerusform>
            <numerusform>Tumorverdacht in {suspected} von {n} Bildern mit Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Two models&apos; answers for the image on screen, side by side</source>
        <translation>Die Antworten zweier Modelle für das angezeigte Bild, nebeneinander</translation>
    </message>
    <message>
        <source>Two rows of one pane</source>
        <translation>Zwei Reihen mit je einem Bereich</translation>
    </message>
    <message>
        <source>Two rows of three panes</source>
        <translation>Zwei Reihen mit je drei Bereichen</translation>
    </message>
    <message>
        <source>Two rows of two panes</source>
        <translation>Zwei Reihen mit je zwei Bereichen</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>Schreiben, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Unlike the training images</source>
        <translation>Anders als die Trainingsbilder</translation>
    </message>
    <message>
        <source>Unpack it with its password and open the folder.</source>
        <translation>Entpacken Sie es mit seinem Passwort und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Unpack it with its password, then open the folder.</source>
        <translation>Entpacken Sie es mit seinem Passwort und öffnen Sie dann den Ordner.</translation>
    </message>
    <message>
        <source>Unset KERAS_BACKEND, or choose the engine onnx.</source>
        <translation>Heben Sie KERAS_BACKEND auf oder wählen Sie die Engine onnx.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste verwenden</translation>
    </message>
    <message>
        <source>VOI LUT Sequence of the file</source>
        <translation>VOI LUT Sequence der Datei</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>Validiert an</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version and hashes as text</source>
        <translation>Version und Hashwerte als Text</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Viridis (blue, green, yellow)</source>
        <translation>Viridis (Blau, Grün, Gelb)</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another CSV file.</source>
        <translation>Warten Sie, bis sie beendet ist, oder wählen Sie eine andere CSV-Datei.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis sie beendet ist.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>Waiting: failures again</source>
        <translation>Wartet: Fehlgeschlagene noch einmal</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What TumorView is made of. Names, versions and texts come from the packages.</source>
        <translation>Woraus TumorView besteht. Namen, Versionen und Texte kommen aus den Paketen.</translation>
    </message>
    <message>
        <source>What has been read stays open; series that are not complete say so</source>
        <translation>Was gelesen ist, bleibt geöffnet; unvollständige Serien sagen es</translation>
    </message>
    <message>
        <source>What is done so far is kept</source>
        <translation>Was bisher getan ist, bleibt</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Was gedruckt wird</translation>
    </message>
    <message>
        <source>What is where, in four steps</source>
        <translation>Was wo ist, in vier Schritten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie bewirkt</translation>
    </message>
    <message>
        <source>What runs the model; by default TensorFlow where it has a GPU, else ONNX Runtime.</source>
        <translation>Was das Modell ausführt; als Vorgabe TensorFlow, wo es eine GPU hat, sonst ONNX Runtime.</translation>
    </message>
    <message>
        <source>What was asked to run the model is not installed or does not start here.</source>
        <translation>Was das Modell ausführen sollte, ist nicht installiert oder startet hier nicht.</translation>
    </message>
    <message>
        <source>What was copied names the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>Das Kopierte nennt den Patienten. Ansicht, Identität verbergen (Strg+H) hält das aus allem heraus, was TumorView verlässt.</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Wheel under the magnifier</source>
        <translation>Mausrad unter der Lupe</translation>
    </message>
    <message>
        <source>Where the answer is from</source>
        <translation>Woher die Antwort kommt</translation>
    </message>
    <message>
        <source>Where the heatmap is shown</source>
        <translation>Wo die Heatmap gezeigt wird</translation>
    </message>
    <message>
        <source>Where the heatmap passes the threshold; not a lesion outline</source>
        <translation>Wo die Heatmap den Schwellenwert überschreitet; kein Läsionsumriss</translation>
    </message>
    <message>
        <source>Where the model saw signs of a tumour; not a lesion outline</source>
        <translation>Wo das Modell Zeichen eines Tumors sah; kein Läsionsumriss</translation>
    </message>
    <message>
        <source>Where the slice of the active pane cuts the images of the others</source>
        <translation>Wo die Schicht des aktiven Bereichs die Bilder der anderen schneidet</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Who the patient is</source>
        <translation>Wer der Patient ist</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why there is no result</source>
        <translation>Warum es kein Ergebnis gibt</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Window Center and Width of the file</source>
        <translation>Window Center und Width der Datei</translation>
    </message>
    <message>
        <source>Window from the values in a rectangle; Esc gives it up</source>
        <translation>Fensterung aus den Werten in einem Rechteck; Esc bricht ab</translation>
    </message>
    <message>
        <source>Window of the file</source>
        <translation>Fensterung der Datei</translation>
    </message>
    <message>
        <source>Window preset</source>
        <translation>Fenstervorgabe</translation>
    </message>
    <message>
        <source>Window preset (keys 1 to 9)</source>
        <translation>Fenstervorgabe (Tasten 1 bis 9)</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Fenstervorgaben</translation>
    </message>
    <message>
        <source>Window together</source>
        <translation>Gemeinsam fenstern</translation>
    </message>
    <message>
        <source>Window, four times as fast</source>
        <translation>Fensterung, viermal so schnell</translation>
    </message>
    <message>
        <source>Window, zoom, position, rotation and flip</source>
        <translation>Fensterung, Zoom, Lage, Drehung und Spiegelung</translation>
    </message>
    <message>
        <source>Window: right is wider, up is brighter (lower centre)</source>
        <translation>Fensterung: rechts ist breiter, oben ist heller (niedrigere Mitte)</translation>
    </message>
    <message>
        <source>With a preview</source>
        <translation>Mit Vorschau</translation>
    </message>
    <message>
        <source>Words of the mark</source>
        <translation>Text der Markierung</translation>
    </message>
    <message>
        <source>Write some, or give a verdict.</source>
        <translation>Schreiben Sie einen oder geben Sie ein Urteil ab.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Geschrieben in {name}.</translation>
    </message>
    <message>
        <source>Your judgement of this answer</source>
        <translation>Ihre Beurteilung dieser Antwort</translation>
    </message>
    <message>
        <source>Your own; Default gives the other back</source>
        <translation>Ihre eigene; Vorgabe gibt die andere zurück</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom 1:1</source>
        <translation>Zoom 1:1</translation>
    </message>
    <message>
        <source>Zoom and move together</source>
        <translation>Gemeinsam zoomen und verschieben</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom am Zeiger</translation>
    </message>
    <message>
        <source>Zoom {percent:.0%}</source>
        <translation>Zoom {percent:.0%}</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded.</source>
        <translation>`tumorview doctor` zählt auf, was dekodiert werden kann.</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded; export the study in one of these.</source>
        <translation>`tumorview doctor` zählt auf, was dekodiert werden kann; exportieren Sie die Studie auf eine dieser Arten.</translation>
    </message>
    <message>
        <source>`tumorview doctor` says why; `--engine onnx` works on every machine.</source>
        <translation>`tumorview doctor` sagt warum; `--engine onnx` geht auf jedem Rechner.</translation>
    </message>
    <message>
        <source>`tumorview models` lists what is installed.</source>
        <translation>`tumorview models` zählt auf, was installiert ist.</translation>
    </message>
    <message>
        <source>a DICOM report can be about DICOM images only, and this image is none or has no UIDs</source>
        <translation>ein DICOM-Bericht kann nur von DICOM-Bildern handeln, und dieses Bild ist keines oder hat keine UIDs</translation>
    </message>
    <message>
        <source>a JPEG has 1, 3 or 4 components</source>
        <translation>ein JPEG hat 1, 3 oder 4 Komponenten</translation>
    </message>
    <message>
        <source>a chunk of the PNG file is damaged</source>
        <translation>ein Abschnitt der PNG-Datei ist beschädigt</translation>
    </message>
    <message>
        <source>a comment needs words</source>
        <translation>ein Kommentar braucht Worte</translation>
    </message>
    <message>
        <source>a modality has two defaults</source>
        <translation>eine Modalität hat zwei Vorgaben</translation>
    </message>
    <message>
        <source>a model file must be an ordinary file inside its model folder</source>
        <translation>eine Modelldatei muss eine gewöhnliche Datei in ihrem Modellordner sein</translation>
    </message>
    <message>
        <source>a path that is no text</source>
        <translation>ein Pfad, der kein Text ist</translation>
    </message>
    <message>
        <source>a path that is not absolute</source>
        <translation>ein Pfad, der nicht absolut ist</translation>
    </message>
    <message>
        <source>a preset id is used twice</source>
        <translation>eine Kennung einer Vorgabe kommt zweimal vor</translation>
    </message>
    <message>
        <source>acquisition {number}</source>
        <translation>Akquisition {number}</translation>
    </message>
    <message>
        <source>an element of the header is too large</source>
        <translation>ein Element des Headers ist zu groß</translation>
    </message>
    <message>
        <source>an engine needs at least one thread</source>
        <translation>eine Engine braucht mindestens einen Thread</translation>
    </message>
    <message numerus="yes">
        <source>and {n} earlier ones</source>
        <translation>
            <numerusform>und {n} frühere</numerusform>
            <numerusform>und {n} frühere</numerusform>
        </translation>
    </message>
    <message>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>annotation burnt into the pixels</source>
        <translation>in die Pixel eingebrannte Beschriftung</translation>
    </message>
    <message>
        <source>another folder with this model id comes first and is the one that is used</source>
        <translation>ein anderer Ordner mit dieser Modellkennung steht davor und wird verwendet</translation>
    </message>
    <message>
        <source>another scan is writing here</source>
        <translation>eine andere Auswertung schreibt hier</translation>
    </message>
    <message>
        <source>another scan is writing here, so its rows cannot be shown yet</source>
        <translation>eine andere Auswertung schreibt hier, daher können ihre Zeilen noch nicht gezeigt werden</translation>
    </message>
    <message>
        <source>any tumour</source>
        <translation>irgendeinen Tumor</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>at the calibrated depth</source>
        <translation>in der kalibrierten Tiefe</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>am Detektor</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>beyond the zoom range</source>
        <translation>außerhalb des Zoombereichs</translation>
    </message>
    <message>
        <source>calibration of the pixel spacing unknown</source>
        <translation>Kalibrierung des Pixelabstands unbekannt</translation>
    </message>
    <message>
        <source>calibration unknown</source>
        <translation>Kalibrierung unbekannt</translation>
    </message>
    <message>
        <source>change the words</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>change {mark}</source>
        <translation>{mark} ändern</translation>
    </message>
    <message>
        <source>cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>colour profile other than sRGB</source>
        <translation>anderes Farbprofil als sRGB</translation>
    </message>
    <message>
        <source>compressed pixel data must be encapsulated</source>
        <translation>komprimierte Pixeldaten müssen gekapselt sein</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>delete all marks of the image</source>
        <translation>alle Markierungen des Bildes löschen</translation>
    </message>
    <message>
        <source>delete {mark}</source>
        <translation>{mark} löschen</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>docs/CONFORMANCE.md lists what is read; export the image in another way.</source>
        <translation>docs/CONFORMANCE.md zählt auf, was gelesen wird; exportieren Sie das Bild auf andere Weise.</translation>
    </message>
    <message>
        <source>draw {mark}</source>
        <translation>{mark} zeichnen</translation>
    </message>
    <message>
        <source>echo {number}</source>
        <translation>Echo {number}</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>encoded otherwise than stated</source>
        <translation>anders kodiert als angegeben</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>fewer frames than announced</source>
        <translation>weniger Frames als angekündigt</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>files of a concatenation missing</source>
        <translation>Dateien einer Konkatenation fehlen</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>eingepasst</translation>
    </message>
    <message>
        <source>flipped horizontally</source>
        <translation>horizontal gespiegelt</translation>
    </message>
    <message>
        <source>frame of reference {number}</source>
        <translation>Bezugssystem {number}</translation>
    </message>
    <message>
        <source>freehand region</source>
        <translation>Freihandregion</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>voller Bereich</translation>
    </message>
    <message>
        <source>gantry tilt</source>
        <translation>Gantry-Kippung</translation>
    </message>
    <message>
        <source>gap between slices</source>
        <translation>Lücke zwischen Schichten</translation>
    </message>
    <message>
        <source>going from control to control</source>
        <translation>den Wechsel von Bedienelement zu Bedienelement</translation>
    </message>
    <message>
        <source>grey values and colours in one image</source>
        <translation>Grauwerte und Farben in einem Bild</translation>
    </message>
    <message>
        <source>has overlays</source>
        <translation>hat Overlays</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>image {number} of {count}</source>
        <translation>Bild {number} von {count}</translation>
    </message>
    <message>
        <source>image {number}: {problem}</source>
        <translation>Bild {number}: {problem}</translation>
    </message>
    <message>
        <source>images of several orientations</source>
        <translation>Bilder mehrerer Orientierungen</translation>
    </message>
    <message>
        <source>images of several pixel spacings</source>
        <translation>Bilder mehrerer Pixelabstände</translation>
    </message>
    <message>
        <source>images of several sizes</source>
        <translation>Bilder mehrerer Größen</translation>
    </message>
    <message>
        <source>images of this Photometric Interpretation are not read</source>
        <translation>Bilder mit dieser Photometric Interpretation werden nicht gelesen</translation>
    </message>
    <message>
        <source>images {first} to {last}</source>
        <translation>Bilder {first} bis {last}</translation>
    </message>
    <message>
        <source>instance number</source>
        <translation>Instance Number</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>er ist zu lang</translation>
    </message>
    <message>
        <source>it was written by another version of TumorView, so its rows cannot be shown</source>
        <translation>es wurde von einer anderen Version von TumorView geschrieben, daher können seine Zeilen nicht gezeigt werden</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>gekoppelt</translation>
    </message>
    <message>
        <source>linked by hand, offset {offset} mm</source>
        <translation>von Hand gekoppelt, Versatz {offset} mm</translation>
    </message>
    <message>
        <source>load measurements</source>
        <translation>Messungen laden</translation>
    </message>
    <message>
        <source>more pixel data than described</source>
        <translation>mehr Pixeldaten als beschrieben</translation>
    </message>
    <message>
        <source>mosaic of many slices</source>
        <translation>Mosaik aus vielen Schichten</translation>
    </message>
    <message>
        <source>move {mark}</source>
        <translation>{mark} verschieben</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no decoder for this transfer syntax</source>
        <translation>kein Decoder für diese Transfersyntax</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>kein Modell ist installiert</translation>
    </message>
    <message>
        <source>no values in the region</source>
        <translation>keine Werte in der Region</translation>
    </message>
    <message>
        <source>not a list of paths</source>
        <translation>keine Liste von Pfaden</translation>
    </message>
    <message>
        <source>not all files read</source>
        <translation>nicht alle Dateien gelesen</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>not enough memory for one frame</source>
        <translation>nicht genug Speicher für einen Frame</translation>
    </message>
    <message>
        <source>not enough memory for the image</source>
        <translation>nicht genug Speicher für das Bild</translation>
    </message>
    <message>
        <source>not named in the file</source>
        <translation>in der Datei nicht genannt</translation>
    </message>
    <message>
        <source>one of several parts of a series</source>
        <translation>einer von mehreren Teilen einer Serie</translation>
    </message>
    <message>
        <source>only JPEG XL has images of this Photometric Interpretation</source>
        <translation>nur JPEG XL hat Bilder mit dieser Photometric Interpretation</translation>
    </message>
    <message>
        <source>opening a menu</source>
        <translation>das Öffnen eines Menüs</translation>
    </message>
    <message>
        <source>orientation unknown</source>
        <translation>Orientierung unbekannt</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>pixel spacing is that of the detector</source>
        <translation>Pixelabstand ist der des Detektors</translation>
    </message>
    <message>
        <source>pixel spacing unknown</source>
        <translation>Pixelabstand unbekannt</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>pressing the button that has the focus</source>
        <translation>das Drücken der fokussierten Schaltfläche</translation>
    </message>
    <message>
        <source>real size</source>
        <translation>wahre Größe</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>refused by the model, no number</source>
        <translation>vom Modell abgelehnt, keine Zahl</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>size of the screen unknown</source>
        <translation>Größe des Bildschirms unbekannt</translation>
    </message>
    <message>
        <source>slice spacing other than stated</source>
        <translation>anderer Schichtabstand als angegeben</translation>
    </message>
    <message>
        <source>something that is no table of TumorView&apos;s has the name that a table beside the CSV needs</source>
        <translation>etwas, das keine Tabelle von TumorView ist, hat den Namen, den eine Tabelle neben der CSV-Datei braucht</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text may be burnt into the pixels</source>
        <translation>in die Pixel kann Text eingebrannt sein</translation>
    </message>
    <message>
        <source>the DICOM data set cannot be read to its end</source>
        <translation>der DICOM-Datensatz kann nicht bis zum Ende gelesen werden</translation>
    </message>
    <message>
        <source>the DICOM header cannot be read</source>
        <translation>der DICOM-Header kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the JPEG file ends in the middle of its pixel data</source>
        <translation>die JPEG-Datei endet mitten in ihren Pixeldaten</translation>
    </message>
    <message>
        <source>the JPEG file ends within its header</source>
        <translation>die JPEG-Datei endet in ihrem Header</translation>
    </message>
    <message>
        <source>the JPEG file has no frame header</source>
        <translation>die JPEG-Datei hat keinen Frame-Header</translation>
    </message>
    <message>
        <source>the JPEG header is damaged</source>
        <translation>der JPEG-Header ist beschädigt</translation>
    </message>
    <message>
        <source>the PNG file does not begin with its header chunk</source>
        <translation>die PNG-Datei beginnt nicht mit ihrem Header-Abschnitt</translation>
    </message>
    <message>
        <source>the PNG file ends before its end mark</source>
        <translation>die PNG-Datei endet vor ihrer Endmarke</translation>
    </message>
    <message>
        <source>the PNG file ends in the middle of a chunk</source>
        <translation>die PNG-Datei endet mitten in einem Abschnitt</translation>
    </message>
    <message>
        <source>the PNG header makes no sense</source>
        <translation>der PNG-Header ist unsinnig</translation>
    </message>
    <message>
        <source>the archive is encrypted</source>
        <translation>das Archiv ist verschlüsselt</translation>
    </message>
    <message>
        <source>the bits beside the pixels are lost in this compression</source>
        <translation>die Bits neben den Pixeln gehen in dieser Kompression verloren</translation>
    </message>
    <message>
        <source>the data are no bytes</source>
        <translation>die Daten sind keine Bytes</translation>
    </message>
    <message>
        <source>the data set is deflated, and where it begins cannot be told</source>
        <translation>der Datensatz ist mit Deflate komprimiert, und wo er beginnt, ist nicht zu erkennen</translation>
    </message>
    <message>
        <source>the decoder ended while it read the image</source>
        <translation>der Decoder beendete sich, während er das Bild las</translation>
    </message>
    <message>
        <source>the deflated data set cannot be inflated</source>
        <translation>der mit Deflate komprimierte Datensatz kann nicht entpackt werden</translation>
    </message>
    <message>
        <source>the engine was closed</source>
        <translation>die Engine wurde geschlossen</translation>
    </message>
    <message>
        <source>the file changed while it was read</source>
        <translation>die Datei änderte sich, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>the file ends before its content does</source>
        <translation>die Datei endet vor ihrem Inhalt</translation>
    </message>
    <message>
        <source>the file ends in the middle of its deflated data</source>
        <translation>die Datei endet mitten in ihren mit Deflate komprimierten Daten</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file of colour tables cannot be read</source>
        <translation>die Datei der Farbtabellen kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the file of colour tables does not hold the declared maps</source>
        <translation>die Datei der Farbtabellen enthält nicht die erwarteten Tabellen</translation>
    </message>
    <message>
        <source>the file that is there is no report of marks</source>
        <translation>die vorhandene Datei ist kein Bericht mit Markierungen</translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation>der Ordner kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the folder has gone while it was scanned</source>
        <translation>der Ordner ist während der Auswertung verschwunden</translation>
    </message>
    <message>
        <source>the folder is empty, but the journal of the earlier scan knows files of it</source>
        <translation>der Ordner ist leer, aber das Journal der früheren Auswertung kennt Dateien daraus</translation>
    </message>
    <message>
        <source>the folder to write to is not there</source>
        <translation>der Zielordner ist nicht da</translation>
    </message>
    <message>
        <source>the image cannot be decoded</source>
        <translation>das Bild kann nicht dekodiert werden</translation>
    </message>
    <message>
        <source>the image takes too long to decode</source>
        <translation>das Dekodieren des Bildes dauert zu lange</translation>
    </message>
    <message>
        <source>the measurements cannot be written</source>
        <translation>die Messungen können nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the model folder is not complete, this file is missing</source>
        <translation>der Modellordner ist unvollständig, diese Datei fehlt</translation>
    </message>
    <message>
        <source>the model gave a value that is not a number, so there are no probabilities</source>
        <translation>das Modell gab einen Wert, der keine Zahl ist, also gibt es keine Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>the model is not asked about reformatted images: it has learned images as the scanner made them</source>
        <translation>das Modell wird nicht zu reformatierten Bildern befragt: Es hat an Bildern gelernt, wie das Gerät sie gemacht hat</translation>
    </message>
    <message>
        <source>the name cannot be opened</source>
        <translation>der Name kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>the network must have exactly one input</source>
        <translation>das Netz muss genau einen Eingang haben</translation>
    </message>
    <message>
        <source>the origin is no pair of numbers</source>
        <translation>der Ursprung ist kein Zahlenpaar</translation>
    </message>
    <message>
        <source>the overlays cannot be read</source>
        <translation>die Overlays können nicht gelesen werden</translation>
    </message>
    <message>
        <source>the picture cannot be encoded as PNG</source>
        <translation>das Bild kann nicht als PNG kodiert werden</translation>
    </message>
    <message>
        <source>the picture would be too large, because the pixels of the image are so oblong</source>
        <translation>das Bild würde zu groß, weil die Pixel so länglich sind</translation>
    </message>
    <message>
        <source>the pixel data are encapsulated but the transfer syntax says they are not</source>
        <translation>die Pixeldaten sind gekapselt, aber die Transfersyntax sagt, dass sie es nicht sind</translation>
    </message>
    <message>
        <source>the printer takes no pages</source>
        <translation>der Drucker nimmt keine Seiten an</translation>
    </message>
    <message>
        <source>the report that is there holds more than TumorView understands</source>
        <translation>der vorhandene Bericht enthält mehr, als TumorView versteht</translation>
    </message>
    <message>
        <source>the scan has ended</source>
        <translation>die Auswertung ist beendet</translation>
    </message>
    <message>
        <source>the sequences are nested too deeply</source>
        <translation>die Sequenzen sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: an image has another size than its header said</source>
        <translation>die Serie kann nicht in anderen Ebenen gezeigt werden: Ein Bild hat eine andere Größe, als sein Header sagte</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: it is in colour</source>
        <translation>die Serie kann nicht in anderen Ebenen gezeigt werden: Sie ist farbig</translation>
    </message>
    <message>
        <source>the slices that this image was reformatted from are not in memory any more</source>
        <translation>die Schichten, aus denen dieses Bild reformatiert wurde, sind nicht mehr im Speicher</translation>
    </message>
    <message>
        <source>the window presets cannot be read</source>
        <translation>die Fenstervorgaben können nicht gelesen werden</translation>
    </message>
    <message>
        <source>there is a file already, and a key is never replaced</source>
        <translation>es gibt schon eine Datei, und ein Schlüssel wird nie ersetzt</translation>
    </message>
    <message>
        <source>there is no file here</source>
        <translation>hier ist keine Datei</translation>
    </message>
    <message>
        <source>there is no mark in it that TumorView understands</source>
        <translation>es ist keine Markierung darin, die TumorView versteht</translation>
    </message>
    <message>
        <source>there is no model with this id</source>
        <translation>es gibt kein Modell mit dieser Kennung</translation>
    </message>
    <message>
        <source>there is no room to unpack the archive in the temporary folder</source>
        <translation>im temporären Ordner ist kein Platz, um das Archiv zu entpacken</translation>
    </message>
    <message>
        <source>there is no such colour map</source>
        <translation>es gibt keine solche Farbtabelle</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>dafür ist nicht genug Speicher da</translation>
    </message>
    <message>
        <source>there is not enough memory for the picture</source>
        <translation>für das Bild ist nicht genug Speicher da</translation>
    </message>
    <message>
        <source>this DICOM object has no image</source>
        <translation>dieses DICOM-Objekt hat kein Bild</translation>
    </message>
    <message>
        <source>this is a DICOMDIR, an index of other files</source>
        <translation>dies ist ein DICOMDIR, ein Verzeichnis anderer Dateien</translation>
    </message>
    <message>
        <source>this is a ZIP archive</source>
        <translation>dies ist ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>this is not a DICOM file</source>
        <translation>dies ist keine DICOM-Datei</translation>
    </message>
    <message>
        <source>this is not a DICOM structured report</source>
        <translation>dies ist kein strukturierter DICOM-Bericht</translation>
    </message>
    <message>
        <source>this is not a DICOM, PNG or JPEG file</source>
        <translation>dies ist keine DICOM-, PNG- oder JPEG-Datei</translation>
    </message>
    <message>
        <source>this kind of JPEG is not read</source>
        <translation>diese Art von JPEG wird nicht gelesen</translation>
    </message>
    <message>
        <source>this table was made with another model, another key or other options</source>
        <translation>diese Tabelle wurde mit einem anderen Modell, einem anderen Schlüssel oder anderen Optionen gemacht</translation>
    </message>
    <message>
        <source>time {number}</source>
        <translation>Zeitpunkt {number}</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>nach {name}</translation>
    </message>
    <message>
        <source>transfer syntax told from the data</source>
        <translation>Transfersyntax an den Daten erkannt</translation>
    </message>
    <message>
        <source>tumour {probability}</source>
        <translation>Tumor {probability}</translation>
    </message>
    <message>
        <source>two files with one SOP Instance UID</source>
        <translation>zwei Dateien mit einer SOP Instance UID</translation>
    </message>
    <message>
        <source>two images at one position</source>
        <translation>zwei Bilder an einer Position</translation>
    </message>
    <message>
        <source>undefined length</source>
        <translation>unbestimmte Länge</translation>
    </message>
    <message>
        <source>uneven slice spacing</source>
        <translation>ungleichmäßiger Schichtabstand</translation>
    </message>
    <message>
        <source>what the images say of themselves cannot be put into a report</source>
        <translation>was die Bilder von sich sagen, lässt sich nicht in einen Bericht aufnehmen</translation>
    </message>
    <message>
        <source>where the model looked, not a lesion outline</source>
        <translation>wohin das Modell gesehen hat, kein Läsionsumriss</translation>
    </message>
    <message>
        <source>without file meta information</source>
        <translation>ohne File Meta Information</translation>
    </message>
    <message>
        <source>wrong length of the file meta information</source>
        <translation>falsche Länge der File Meta Information</translation>
    </message>
    <message>
        <source>wrong length of the pixel data</source>
        <translation>falsche Länge der Pixeldaten</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} Pixel</translation>
    </message>
    <message>
        <source>{count} failed (crossed boxes)</source>
        <translation>{count} fehlgeschlagen (durchkreuzte Kästchen)</translation>
    </message>
    <message>
        <source>{count} not analysed (no mark)</source>
        <translation>{count} nicht analysiert (ohne Zeichen)</translation>
    </message>
    <message>
        <source>{count} refused by the model (empty boxes)</source>
        <translation>{count} vom Modell abgelehnt (leere Kästchen)</translation>
    </message>
    <message>
        <source>{distance} mm apart, trilinear</source>
        <translation>Abstand {distance} mm, trilinear</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} files</source>
        <translation>
            <numerusform>{done} von {n} Datei</numerusform>
            <numerusform>{done} von {n} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images</source>
        <translation>
            <numerusform>{done} von {n} Bild</numerusform>
            <numerusform>{done} von {n} Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images were done before.</source>
        <translation>
            <numerusform>{done} von {n} Bild war zuvor fertig.</numerusform>
            <numerusform>{done} von {n} Bildern waren zuvor fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message numerus="yes">
        <source>{found} of {n} series</source>
        <translation>
            <numerusform>{found} von {n} Serie</numerusform>
            <numerusform>{found} von {n} Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>{image}, key image</source>
        <translation>{image}, Schlüsselbild</translation>
    </message>
    <message>
        <source>{key} is a key of “{action}”, which would lose it.</source>
        <translation>{key} ist eine Taste von „{action}“, das sie verlieren würde.</translation>
    </message>
    <message>
        <source>{key} is for {use}.</source>
        <translation>{key} ist für {use}.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} ist frei.</translation>
    </message>
    <message>
        <source>{legend}. {note}</source>
        <translation>{legend}. {note}</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>{milliseconds:.0f} ms</source>
        <translation>{milliseconds:.0f} ms</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes} min {seconds:02d} s</translation>
    </message>
    <message>
        <source>{modality} {description}, image {number} of {count}</source>
        <translation>{modality} {description}, Bild {number} von {count}</translation>
    </message>
    <message>
        <source>{model} (not installed)</source>
        <translation>{model} (nicht installiert)</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} oder {last}</translation>
    </message>
    <message>
        <source>{name} exists and will be replaced.</source>
        <translation>{name} ist vorhanden und wird ersetzt.</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} ist vorhanden. Ersetzen?</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} ist geschrieben.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n} Byte</numerusform>
            <numerusform>{n} Byte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters; at most {most} are kept</source>
        <translation>
            <numerusform>{n} Zeichen; höchstens {most} werden gespeichert</numerusform>
            <numerusform>{n} Zeichen; höchstens {most} werden gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} elements</source>
        <translation>
            <numerusform>{n} Element</numerusform>
            <numerusform>{n} Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are written.</source>
        <translation>
            <numerusform>{n} Datei ist geschrieben.</numerusform>
            <numerusform>{n} Dateien sind geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>{n} Datei konnte nicht gelesen werden</numerusform>
            <numerusform>{n} Dateien konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images</source>
        <translation>
            <numerusform>{n} Bild</numerusform>
            <numerusform>{n} Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images could not be read: {which}</source>
        <translation>
            <numerusform>{n} Bild konnte nicht gelesen werden: {which}</numerusform>
            <numerusform>{n} Bilder konnten nicht gelesen werden: {which}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks are of images whose SOP Instance UID several files have; they lie on the first of them.</source>
        <translation>
            <numerusform>{n} Markierung ist von einem Bild, dessen SOP Instance UID mehrere Dateien haben; sie liegt auf der ersten davon.</numerusform>
            <numerusform>{n} Markierungen sind von Bildern, deren SOP Instance UID mehrere Dateien haben; sie liegen auf der ersten davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks copied.</source>
        <translation>
            <numerusform>{n} Markierung kopiert.</numerusform>
            <numerusform>{n} Markierungen kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks loaded on {images}.</source>
        <translation>
            <numerusform>{n} Markierung geladen auf {images}.</numerusform>
            <numerusform>{n} Markierungen geladen auf {images}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks of images that are not open</source>
        <translation>
            <numerusform>{n} Markierung von Bildern, die nicht geöffnet sind</numerusform>
            <numerusform>{n} Markierungen von Bildern, die nicht geöffnet sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks saved in {name}.</source>
        <translation>
            <numerusform>{n} Markierung in {name} gespeichert.</numerusform>
            <numerusform>{n} Markierungen in {name} gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} matches in {total}</source>
        <translation>
            <numerusform>{n} Treffer in {total}</numerusform>
            <numerusform>{n} Treffer in {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these files exist, {name} among them. Replace them?</source>
        <translation>
            <numerusform>{n} dieser Dateien ist vorhanden, {name}. Ersetzen?</numerusform>
            <numerusform>{n} dieser Dateien sind vorhanden, darunter {name}. Ersetzen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} overlays cannot be read</source>
        <translation>
            <numerusform>{n} Overlay kann nicht gelesen werden</numerusform>
            <numerusform>{n} Overlays können nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pixels</source>
        <translation>
            <numerusform>{n} Pixel</numerusform>
            <numerusform>{n} Pixel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans could not go on; the reasons stand in the queue.</source>
        <translation>
            <numerusform>{n} Auswertung konnte nicht weitergehen; der Grund steht in der Warteschlange.</numerusform>
            <numerusform>{n} Auswertungen konnten nicht weitergehen; die Gründe stehen in der Warteschlange.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans have ended:</source>
        <translation>
            <numerusform>{n} Auswertung ist beendet:</numerusform>
            <numerusform>{n} Auswertungen sind beendet:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans of the queue have not ended yet: Analysis, Scan a folder.</source>
        <translation>
            <numerusform>{n} Auswertung der Warteschlange ist noch nicht beendet: Analyse, Ordner auswerten.</numerusform>
            <numerusform>{n} Auswertungen der Warteschlange sind noch nicht beendet: Analyse, Ordner auswerten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans wait for you to start the queue.</source>
        <translation>
            <numerusform>{n} Auswertung wartet, bis Sie die Warteschlange starten.</numerusform>
            <numerusform>{n} Auswertungen warten, bis Sie die Warteschlange starten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} series</source>
        <translation>
            <numerusform>{n} Serie</numerusform>
            <numerusform>{n} Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate}, as the file asks</source>
        <translation>{rate}, wie die Datei verlangt</translation>
    </message>
    <message>
        <source>{reason} (received: {value!r})</source>
        <translation>{reason} (erhalten: {value!r})</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{series}, image {number} of {count}</source>
        <translation>{series}, Bild {number} von {count}</translation>
    </message>
    <message>
        <source>{shortcuts} shows every key, {settings} every setting. Both can be changed, and this tour is in the menu Help.</source>
        <translation>{shortcuts} zeigt jede Taste, {settings} jede Einstellung. Beides lässt sich ändern, und dieser Rundgang steht im Menü Hilfe.</translation>
    </message>
    <message>
        <source>{size}, {width} × {height} pixels</source>
        <translation>{size}, {width} × {height} Pixel</translation>
    </message>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text} ({count}-mal)</translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation>{title}.</translation>
    </message>
    <message>
        <source>{title}. {text}</source>
        <translation>{title}. {text}</translation>
    </message>
    <message numerus="yes">
        <source>{total}, {n} private ones are left out</source>
        <translation>
            <numerusform>{total}, {n} privates ist weggelassen</numerusform>
            <numerusform>{total}, {n} private sind weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>{value:.2f} threshold</source>
        <translation>{value:.2f} Schwelle</translation>
    </message>
    <message>
        <source>{verdict} by {user}</source>
        <translation>{verdict} von {user}</translation>
    </message>
    <message>
        <source>{window}, inverted</source>
        <translation>{window}, invertiert</translation>
    </message>
</context>
</TS>
