<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>TumorView</name>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour reaches the threshold. The threshold decides: look closely for a tumour.</source>
        <translation>« {name} » est la classe isolée la plus probable, mais la probabilité de tumeur atteint le seuil. C&apos;est le seuil qui décide : cherchez attentivement une tumeur.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour stays below the threshold. The threshold decides, but look closely here.</source>
        <translation>« {name} » est la classe isolée la plus probable, mais la probabilité de tumeur reste sous le seuil. C&apos;est le seuil qui décide, mais regardez attentivement ici.</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>A&amp;nalyse</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>Di&amp;sposition</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Mesurer</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>0 none</source>
        <translation>0 aucun</translation>
    </message>
    <message>
        <source>1 strong</source>
        <translation>1 fort</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 à 9</translation>
    </message>
    <message>
        <source>1 × 2: two side by side</source>
        <translation>1 × 2 : deux côte à côte</translation>
    </message>
    <message>
        <source>1 × 3: three side by side</source>
        <translation>1 × 3 : trois côte à côte</translation>
    </message>
    <message>
        <source>1st to 99th percentile</source>
        <translation>Du 1er au 99e centile</translation>
    </message>
    <message>
        <source>2 × 1: two, one above the other</source>
        <translation>2 × 1 : deux, l&apos;un sur l&apos;autre</translation>
    </message>
    <message>
        <source>2 × 2: four</source>
        <translation>2 × 2 : quatre</translation>
    </message>
    <message>
        <source>2 × 3: six</source>
        <translation>2 × 3 : six</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>A DICOM attribute that the pixels depend on is missing or makes no sense; the sentence names it.</source>
        <translation>Un attribut DICOM dont dépendent les pixels manque ou n&apos;a pas de sens ; la phrase le nomme.</translation>
    </message>
    <message>
        <source>A ZIP archive asks for a password.</source>
        <translation>Une archive ZIP demande un mot de passe.</translation>
    </message>
    <message>
        <source>A ZIP archive has links, names that lead elsewhere, or files that share their bytes or their name; nothing of it was unpacked.</source>
        <translation>Une archive ZIP contient des liens, des noms qui mènent ailleurs, ou des fichiers qui partagent leurs octets ou leur nom ; rien n&apos;en a été extrait.</translation>
    </message>
    <message>
        <source>A ZIP archive, or a file in it, is damaged, cut, or compressed in a way that is not read.</source>
        <translation>Une archive ZIP, ou un fichier qu&apos;elle contient, est endommagée, tronquée ou compressée d&apos;une façon qui n&apos;est pas lue.</translation>
    </message>
    <message>
        <source>A brain-image workstation that shows what a tumour model sees and how far to trust it.</source>
        <translation>Une station d&apos;imagerie cérébrale qui montre ce que voit un modèle de tumeurs et jusqu&apos;où s&apos;y fier.</translation>
    </message>
    <message>
        <source>A colour map is missing or damaged.</source>
        <translation>Une table de couleurs manque ou est endommagée.</translation>
    </message>
    <message>
        <source>A file is no report of measurements that TumorView understands, or the images cannot be put into one.</source>
        <translation>Un fichier n&apos;est pas un rapport de mesures que TumorView comprend, ou les images ne peuvent pas entrer dans un tel rapport.</translation>
    </message>
    <message>
        <source>A file is recognised by its content and not by its name; export it as one of these.</source>
        <translation>Un fichier est reconnu par son contenu et non par son nom ; exportez-le dans l&apos;un de ces formats.</translation>
    </message>
    <message>
        <source>A file of the model is missing or cannot be read.</source>
        <translation>Un fichier du modèle manque ou ne peut pas être lu.</translation>
    </message>
    <message>
        <source>A file or folder for results cannot be written: full, read-only, missing or in use.</source>
        <translation>Un fichier ou dossier de résultats ne peut pas être écrit : plein, en lecture seule, absent ou en cours d&apos;utilisation.</translation>
    </message>
    <message>
        <source>A head phantom that ships with TumorView; nobody&apos;s data</source>
        <translation>Un fantôme de tête fourni avec TumorView ; ce ne sont les données de personne</translation>
    </message>
    <message>
        <source>A millimetre is as long in every pane</source>
        <translation>Un millimètre est aussi long dans chaque volet</translation>
    </message>
    <message>
        <source>A model file asks for code or files that no model needs; it is not opened.</source>
        <translation>Un fichier de modèle demande du code ou des fichiers dont aucun modèle n&apos;a besoin ; il n&apos;est pas ouvert.</translation>
    </message>
    <message>
        <source>A model file is not the one that its manifest names (SHA-256); it is not opened.</source>
        <translation>Un fichier de modèle n&apos;est pas celui que nomme son manifeste (SHA-256) ; il n&apos;est pas ouvert.</translation>
    </message>
    <message>
        <source>A model folder&apos;s manifest is missing, unreadable or says something impossible.</source>
        <translation>Le manifeste d&apos;un dossier de modèle manque, est illisible ou dit quelque chose d&apos;impossible.</translation>
    </message>
    <message>
        <source>A name cannot begin or end with a full stop.</source>
        <translation>Un nom ne peut ni commencer ni finir par un point.</translation>
    </message>
    <message>
        <source>A name cannot hold control characters.</source>
        <translation>Un nom ne peut pas contenir de caractères de contrôle.</translation>
    </message>
    <message>
        <source>A name cannot hold {character}.</source>
        <translation>Un nom ne peut pas contenir {character}.</translation>
    </message>
    <message>
        <source>A patient ID is missing.</source>
        <translation>Un identifiant de patient manque.</translation>
    </message>
    <message>
        <source>A request could not be carried out.</source>
        <translation>Une demande n&apos;a pas pu être exécutée.</translation>
    </message>
    <message>
        <source>A result could not be written.</source>
        <translation>Un résultat n&apos;a pas pu être écrit.</translation>
    </message>
    <message>
        <source>A scan has not ended. When it is stopped, its rows so far are kept and it can be resumed; the rest of the queue waits.</source>
        <translation>Un traitement n&apos;est pas terminé. S&apos;il est arrêté, ses lignes déjà faites sont gardées et il peut être repris ; le reste de la file attend.</translation>
    </message>
    <message>
        <source>A scan was to use a cluster, and the library for it (Dask) is not installed.</source>
        <translation>Un traitement devait utiliser une grappe, et la bibliothèque nécessaire (Dask) n&apos;est pas installée.</translation>
    </message>
    <message>
        <source>A table was to be written as Parquet, and the library for it is not installed.</source>
        <translation>Une table devait être écrite en Parquet, et la bibliothèque nécessaire n&apos;est pas installée.</translation>
    </message>
    <message>
        <source>AI result</source>
        <translation>Résultat IA</translation>
    </message>
    <message>
        <source>AVI (Motion JPEG), larger</source>
        <translation>AVI (Motion JPEG), plus grand</translation>
    </message>
    <message>
        <source>About TumorView</source>
        <translation>À propos de TumorView</translation>
    </message>
    <message>
        <source>About the series</source>
        <translation>Sur la série</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept the answer</source>
        <translation>Accepter la réponse</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Numéro d&apos;accession</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Action or key</source>
        <translation>Action ou touche</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Ajouter à la file</translation>
    </message>
    <message>
        <source>All actions have their own keys. Restore them in Help, Change keys, or correct the file.</source>
        <translation>Toutes les actions ont leurs propres touches. Rétablissez-les dans Aide, Modifier les touches, ou corrigez le fichier.</translation>
    </message>
    <message>
        <source>All cautions</source>
        <translation>Tous les avertissements</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Toutes les classes</translation>
    </message>
    <message>
        <source>All measurements of the file are of images that are not open.</source>
        <translation>Toutes les mesures du fichier portent sur des images qui ne sont pas ouvertes.</translation>
    </message>
    <message>
        <source>All settings of the dialog have their defaults; keys and recent files are as they were.</source>
        <translation>Tous les réglages du dialogue ont leur valeur par défaut ; les touches et les fichiers récents sont inchangés.</translation>
    </message>
    <message>
        <source>All text, no identity, no text</source>
        <translation>Tout le texte, sans identité, aucun texte</translation>
    </message>
    <message>
        <source>All that is measured on the image, as a table</source>
        <translation>Tout ce qui est mesuré sur l&apos;image, sous forme de tableau</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Tous {count}</translation>
    </message>
    <message numerus="yes">
        <source>All {n} files done</source>
        <translation>
            <numerusform>Le fichier est terminé</numerusform>
            <numerusform>Les {n} fichiers sont terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>Also in another series of the study; from the first to the last</source>
        <translation>Aussi dans une autre série de l&apos;examen ; de la première à la dernière</translation>
    </message>
    <message>
        <source>Also in another series of the study; from the last to the first</source>
        <translation>Aussi dans une autre série de l&apos;examen ; de la dernière à la première</translation>
    </message>
    <message>
        <source>An image could not be read.</source>
        <translation>Une image n&apos;a pas pu être lue.</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Réanalyser</translation>
    </message>
    <message>
        <source>Analyse an image as soon as it is opened; off: read first.</source>
        <translation>Analyser une image dès son ouverture ; désactivé : lire d&apos;abord.</translation>
    </message>
    <message>
        <source>Analyse every image of a folder and write a CSV</source>
        <translation>Analyser chaque image d&apos;un dossier et écrire un CSV</translation>
    </message>
    <message>
        <source>Analyse image</source>
        <translation>Analyser l&apos;image</translation>
    </message>
    <message>
        <source>Analyse on opening</source>
        <translation>Analyser à l&apos;ouverture</translation>
    </message>
    <message>
        <source>Analyse series</source>
        <translation>Analyser la série</translation>
    </message>
    <message>
        <source>Analyse the file by itself, with `tumorview analyze`; --retry-failed tries it again.</source>
        <translation>Analysez le fichier seul, avec `tumorview analyze` ; --retry-failed le réessaie.</translation>
    </message>
    <message>
        <source>Analyse with both</source>
        <translation>Analyser avec les deux</translation>
    </message>
    <message>
        <source>Analysing the image…</source>
        <translation>Analyse de l&apos;image…</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analyse en cours…</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more.</source>
        <translation>
            <numerusform>Et {n} autre.</numerusform>
            <numerusform>Et {n} autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Annotation is burnt into the pixels; it may tell who the patient is.</source>
        <translation>Des annotations sont incrustées dans les pixels ; elles peuvent révéler l&apos;identité du patient.</translation>
    </message>
    <message>
        <source>Any tumour</source>
        <translation>Toute tumeur</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Area and pixel values; drag along the outline</source>
        <translation>Surface et valeurs des pixels ; glissez le long du contour</translation>
    </message>
    <message>
        <source>Area and pixel values; drag from corner to corner</source>
        <translation>Surface et valeurs des pixels ; glissez d&apos;un coin à l&apos;autre</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Comme dans le fichier</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Comme à l&apos;écran</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask for one of those that the sentence names.</source>
        <translation>Demandez l&apos;un de ceux que nomme la phrase.</translation>
    </message>
    <message>
        <source>Ask the model about every image of the series</source>
        <translation>Interroger le modèle sur chaque image de la série</translation>
    </message>
    <message>
        <source>Ask the model about the image on screen</source>
        <translation>Interroger le modèle sur l&apos;image à l&apos;écran</translation>
    </message>
    <message>
        <source>Ask the model second</source>
        <translation>Interroger le modèle en second</translation>
    </message>
    <message>
        <source>Ask where it came from. Unpack it with a program that you trust, and open the folder.</source>
        <translation>Demandez d&apos;où elle vient. Extrayez-la avec un programme de confiance et ouvrez le dossier.</translation>
    </message>
    <message>
        <source>Ask where it came from; no program for images makes such archives.</source>
        <translation>Demandez d&apos;où elle vient ; aucun programme d&apos;imagerie ne fait de telles archives.</translation>
    </message>
    <message>
        <source>Auto window</source>
        <translation>Fenêtrage automatique</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Back 10 images</source>
        <translation>10 images en arrière</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Revenir à la valeur par défaut</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Par lot</translation>
    </message>
    <message>
        <source>Below it no heatmap is drawn.</source>
        <translation>En dessous, aucune carte de chaleur n&apos;est dessinée.</translation>
    </message>
    <message>
        <source>Beside the image</source>
        <translation>À côté de l&apos;image</translation>
    </message>
    <message>
        <source>Blank image</source>
        <translation>Image vide</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Os</translation>
    </message>
    <message>
        <source>Both models suspect a tumour.</source>
        <translation>Les deux modèles suspectent une tumeur.</translation>
    </message>
    <message>
        <source>Both models suspect no tumour.</source>
        <translation>Aucun des deux modèles ne suspecte de tumeur.</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Cerveau</translation>
    </message>
    <message>
        <source>Broken off when TumorView ended.</source>
        <translation>Interrompu à la fin de TumorView.</translation>
    </message>
    <message>
        <source>Broken off: {files}</source>
        <translation>Interrompu : {files}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Burned-in annotation: may show who the patient is</source>
        <translation>Annotation incrustée : peut montrer qui est le patient</translation>
    </message>
    <message>
        <source>By 90 degrees, for the whole series</source>
        <translation>De 90 degrés, pour toute la série</translation>
    </message>
    <message>
        <source>By position in the patient, for series of one frame of reference</source>
        <translation>Par position dans le patient, pour les séries d&apos;un même repère</translation>
    </message>
    <message>
        <source>By the look of it this is {sequence}; the model was validated on other MR sequences.</source>
        <translation>D&apos;après son aspect, c&apos;est {sequence} ; le modèle a été validé sur d&apos;autres séquences IRM.</translation>
    </message>
    <message>
        <source>By the look of the picture it is not clear whether this is MR or CT.</source>
        <translation>D&apos;après l&apos;aspect de l&apos;image, il n&apos;est pas clair s&apos;il s&apos;agit d&apos;IRM ou de scanner.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, sequence not clear.</source>
        <translation>D&apos;après l&apos;aspect de l&apos;image : {modality}, séquence non déterminée.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, {sequence}.</source>
        <translation>D&apos;après l&apos;aspect de l&apos;image : {modality}, {sequence}.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}.</source>
        <translation>D&apos;après l&apos;aspect de l&apos;image : {modality}.</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>Fichier CSV</translation>
    </message>
    <message>
        <source>CSV file to write</source>
        <translation>Fichier CSV à écrire</translation>
    </message>
    <message>
        <source>Calibrated probabilities</source>
        <translation>Probabilités calibrées</translation>
    </message>
    <message>
        <source>Calibrated probabilities:</source>
        <translation>Probabilités calibrées :</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cannot tell apart: {names}.</source>
        <translation>Impossible de distinguer : {names}.</translation>
    </message>
    <message>
        <source>Cause: {cause}</source>
        <translation>Cause : {cause}</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Caution about burned-in text</source>
        <translation>Avertissement sur le texte incrusté</translation>
    </message>
    <message>
        <source>Caution about identity</source>
        <translation>Avertissement sur l&apos;identité</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Change its words</source>
        <translation>Modifier son texte</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Modifier les touches…</translation>
    </message>
    <message>
        <source>Check its name, the drive, and that you may read it; --resume goes on where it stopped.</source>
        <translation>Vérifiez son nom, le lecteur et que vous pouvez le lire ; --resume reprend là où il s&apos;est arrêté.</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation>Vérifiez qu&apos;il est toujours là et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>Check that it is still there.</source>
        <translation>Vérifiez qu&apos;il est toujours là.</translation>
    </message>
    <message>
        <source>Check that there is room and that you may write there; `tumorview doctor` names the folder.</source>
        <translation>Vérifiez qu&apos;il y a de la place et que vous pouvez y écrire ; `tumorview doctor` nomme le dossier.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Vérifiez que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>Check the address and that the scheduler runs; --resume goes on where the scan stopped.</source>
        <translation>Vérifiez l&apos;adresse et que l&apos;ordonnanceur fonctionne ; --resume reprend là où le traitement s&apos;est arrêté.</translation>
    </message>
    <message>
        <source>Check the drive or the network, then open the file again.</source>
        <translation>Vérifiez le lecteur ou le réseau, puis ouvrez à nouveau le fichier.</translation>
    </message>
    <message>
        <source>Check the model with: tumorview doctor</source>
        <translation>Vérifiez le modèle avec : tumorview doctor</translation>
    </message>
    <message>
        <source>Check the permissions of the model folder.</source>
        <translation>Vérifiez les droits d&apos;accès du dossier du modèle.</translation>
    </message>
    <message>
        <source>Choose a DICOM structured report of measurements (TID 1500).</source>
        <translation>Choisissez un rapport structuré DICOM de mesures (TID 1500).</translation>
    </message>
    <message>
        <source>Choose a file in a folder that exists.</source>
        <translation>Choisissez un fichier dans un dossier existant.</translation>
    </message>
    <message>
        <source>Choose a folder that can be written and has room.</source>
        <translation>Choisissez un dossier accessible en écriture où il y a de la place.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Choisissez un dossier existant où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room.</source>
        <translation>Choisissez un dossier existant, accessible en écriture, où il y a de la place.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room; what was finished is kept for --resume.</source>
        <translation>Choisissez un dossier existant, accessible en écriture, où il y a de la place ; ce qui est terminé est gardé pour --resume.</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>Choisissez un dossier existant.</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>Choisissez un dossier de destination.</translation>
    </message>
    <message>
        <source>Choose a folder with DICOM, PNG or JPEG files.</source>
        <translation>Choisissez un dossier contenant des fichiers DICOM, PNG ou JPEG.</translation>
    </message>
    <message>
        <source>Choose an action, then press the key that it is to have.</source>
        <translation>Choisissez une action, puis appuyez sur la touche qu&apos;elle doit avoir.</translation>
    </message>
    <message>
        <source>Choose another CSV file, or make this one anew with tumorview scan.</source>
        <translation>Choisissez un autre fichier CSV, ou refaites celui-ci avec tumorview scan.</translation>
    </message>
    <message>
        <source>Choose another engine or another model.</source>
        <translation>Choisissez un autre moteur ou un autre modèle.</translation>
    </message>
    <message>
        <source>Choose another format, or the size of the screen.</source>
        <translation>Choisissez un autre format, ou la taille de l&apos;écran.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation>Choisissez un autre emplacement et réessayez.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Choisissez une autre valeur.</translation>
    </message>
    <message>
        <source>Choose the CSV file</source>
        <translation>Choisir le fichier CSV</translation>
    </message>
    <message>
        <source>Choose the device cpu or the engine onnx.</source>
        <translation>Choisissez l&apos;appareil cpu ou le moteur onnx.</translation>
    </message>
    <message>
        <source>Choose the folder of a study.</source>
        <translation>Choisissez le dossier d&apos;un examen.</translation>
    </message>
    <message>
        <source>Choose the folder to scan</source>
        <translation>Choisir le dossier à traiter</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Choisir le dossier de destination</translation>
    </message>
    <message>
        <source>Choose the other format of films, or another folder.</source>
        <translation>Choisissez l&apos;autre format de film, ou un autre dossier.</translation>
    </message>
    <message>
        <source>Choose the size of the screen.</source>
        <translation>Choisissez la taille de l&apos;écran.</translation>
    </message>
    <message>
        <source>Chosen for a sensitivity of {sensitivity:.1f} % and a specificity of {specificity:.1f} % on: {images}.</source>
        <translation>Choisi pour une sensibilité de {sensitivity:.1f} % et une spécificité de {specificity:.1f} % sur : {images}.</translation>
    </message>
    <message>
        <source>Cine {rate:.3g}/s</source>
        <translation>Ciné {rate:.3g}/s</translation>
    </message>
    <message>
        <source>Cividis (blue, grey, yellow)</source>
        <translation>Cividis (bleu, gris, jaune)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Class of the heatmap</source>
        <translation>Classe de la carte de chaleur</translation>
    </message>
    <message>
        <source>Click a place, then type</source>
        <translation>Cliquez à un endroit, puis écrivez</translation>
    </message>
    <message>
        <source>Click an end, the vertex, the other end</source>
        <translation>Cliquez une extrémité, le sommet, l&apos;autre extrémité</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Fermer tous les examens</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d&apos;autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>Close other programs, or scan with fewer --workers.</source>
        <translation>Fermez d&apos;autres programmes, ou utilisez moins de --workers.</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Fermer l&apos;examen</translation>
    </message>
    <message>
        <source>Close the other studies</source>
        <translation>Fermer les autres examens</translation>
    </message>
    <message>
        <source>Close this study</source>
        <translation>Fermer cet examen</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Angle de Cobb</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code : {code}</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Colour converted</source>
        <translation>Couleur convertie</translation>
    </message>
    <message>
        <source>Colour map of the heatmap</source>
        <translation>Palette de la carte de chaleur</translation>
    </message>
    <message>
        <source>Colour map that heatmaps are drawn with.</source>
        <translation>Palette avec laquelle les cartes de chaleur sont dessinées.</translation>
    </message>
    <message>
        <source>Colour scale from 0, no evidence, to 1, strong evidence</source>
        <translation>Échelle de couleurs de 0, aucun indice, à 1, indice fort</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Colours of the window; system follows the desktop. Images stay on black.</source>
        <translation>Couleurs de la fenêtre ; système suit le bureau. Les images restent sur fond noir.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Comment on the result, without names of patients</source>
        <translation>Commentaire sur le résultat, sans noms de patients</translation>
    </message>
    <message>
        <source>Comment; no names</source>
        <translation>Commentaire ; aucun nom</translation>
    </message>
    <message>
        <source>Compare these two studies all the same?</source>
        <translation>Comparer tout de même ces deux examens ?</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>Comparer deux modèles</translation>
    </message>
    <message>
        <source>Compare with another model…</source>
        <translation>Comparer avec un autre modèle…</translation>
    </message>
    <message>
        <source>Compare with the prior study</source>
        <translation>Comparer avec l&apos;examen antérieur</translation>
    </message>
    <message>
        <source>Connect the drive again and go on with --resume; what was finished is kept.</source>
        <translation>Rebranchez le lecteur et continuez avec --resume ; ce qui est terminé est gardé.</translation>
    </message>
    <message>
        <source>Connect the drive that it lies on, or scan without --resume.</source>
        <translation>Branchez le lecteur sur lequel il se trouve, ou travaillez sans --resume.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy facts</source>
        <translation>Copier les données</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Copier l&apos;image</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <translation>Copiez-le à nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>Copy measurements</source>
        <translation>Copier les mesures</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Copy the file again from where it came from.</source>
        <translation>Copiez à nouveau le fichier depuis son origine.</translation>
    </message>
    <message>
        <source>Copy the measurements as a table: Measure &gt; Copy measurements.</source>
        <translation>Copiez les mesures sous forme de tableau : Mesurer &gt; Copier les mesures.</translation>
    </message>
    <message>
        <source>Copy them as a table: Measure &gt; Copy measurements.</source>
        <translation>Copiez-les sous forme de tableau : Mesurer &gt; Copier les mesures.</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>Copier ce message</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Correct or delete it; TumorView then starts with its own settings.</source>
        <translation>Corrigez-le ou supprimez-le ; TumorView démarre alors avec ses propres réglages.</translation>
    </message>
    <message>
        <source>Ctrl + Shift + left drag</source>
        <translation>Ctrl + Maj + glisser avec le bouton gauche</translation>
    </message>
    <message>
        <source>Ctrl + left drag</source>
        <translation>Ctrl + glisser avec le bouton gauche</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + molette</translation>
    </message>
    <message>
        <source>Current {date}</source>
        <translation>Actuel {date}</translation>
    </message>
    <message>
        <source>DICOM (MR, CT, multi-frame), PNG and JPEG</source>
        <translation>DICOM (IRM, scanner, multi-coupes), PNG et JPEG</translation>
    </message>
    <message>
        <source>DICOM header</source>
        <translation>En-tête DICOM</translation>
    </message>
    <message>
        <source>DICOM header…</source>
        <translation>En-tête DICOM…</translation>
    </message>
    <message>
        <source>DICOM overlays</source>
        <translation>Overlays DICOM</translation>
    </message>
    <message>
        <source>DICOM structured report (*.dcm);;All files (*)</source>
        <translation>Rapport structuré DICOM (*.dcm);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>Éléments de données</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Default of {setting}</source>
        <translation>Valeur par défaut de {setting}</translation>
    </message>
    <message>
        <source>Delete all marks of the image</source>
        <translation>Supprimer toutes les marques de l&apos;image</translation>
    </message>
    <message>
        <source>Delete it, or choose another CSV file.</source>
        <translation>Supprimez-le, ou choisissez un autre fichier CSV.</translation>
    </message>
    <message>
        <source>Delete the selected mark</source>
        <translation>Supprimer la marque sélectionnée</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Do not use it, and ask where it came from.</source>
        <translation>Ne l&apos;utilisez pas et demandez d&apos;où il vient.</translation>
    </message>
    <message>
        <source>Does all files again and replaces the table</source>
        <translation>Refait tous les fichiers et remplace le tableau</translation>
    </message>
    <message>
        <source>Does the files again that failed; the others stay</source>
        <translation>Refait les fichiers en échec ; les autres restent</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed</source>
        <translation>Terminé : {analysed} analysées</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed, {failed} failed</source>
        <translation>Terminé : {analysed} analysées, {failed} en échec</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>Double click on an arrow or text</source>
        <translation>Double clic sur une flèche ou un texte</translation>
    </message>
    <message>
        <source>Drag a series from the list</source>
        <translation>Glisser une série de la liste</translation>
    </message>
    <message>
        <source>Drag a series here from the list, or make this the active pane and choose one.</source>
        <translation>Glissez ici une série de la liste, ou rendez ce volet actif et choisissez-en une.</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>Glissez d&apos;une extrémité à l&apos;autre, ou cliquez les deux</translation>
    </message>
    <message>
        <source>Drag from the tip to the tail, then type what it says</source>
        <translation>Glissez de la pointe à la queue, puis écrivez ce qu&apos;elle dit</translation>
    </message>
    <message>
        <source>Drag with the left button for the window, turn the wheel for the slices, drag with the right button to zoom. The keys 1 to 9 are window presets, {reset} brings the image back.</source>
        <translation>Glissez avec le bouton gauche pour le fenêtrage, tournez la molette pour les coupes, glissez avec le bouton droit pour le zoom. Les touches 1 à 9 sont des préréglages de fenêtrage, {reset} rétablit l&apos;image.</translation>
    </message>
    <message>
        <source>Dragging up raises the window centre in place of lowering it.</source>
        <translation>Glisser vers le haut élève le centre de la fenêtre au lieu de l&apos;abaisser.</translation>
    </message>
    <message>
        <source>Draw a line where the heatmap passes its threshold.</source>
        <translation>Dessiner une ligne là où la carte de chaleur franchit son seuil.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dessin en cours…</translation>
    </message>
    <message>
        <source>Drop a folder or files anywhere on the window, or open them here ({open_folder}). The sample study in the menu File is nobody&apos;s data.</source>
        <translation>Déposez un dossier ou des fichiers n&apos;importe où sur la fenêtre, ou ouvrez-les ici ({open_folder}). L&apos;examen d&apos;exemple du menu Fichier ne contient les données de personne.</translation>
    </message>
    <message>
        <source>Drop a study folder, a ZIP archive or images here</source>
        <translation>Déposez ici un dossier d&apos;examen, une archive ZIP ou des images</translation>
    </message>
    <message>
        <source>Each model has its own classes, threshold and calibration: their numbers are not on one scale, and two that agree are no proof, least of all where they learned from the same images. A model without a threshold suspects a tumour from 50 % on.</source>
        <translation>Chaque modèle a ses propres classes, son seuil et son calibrage : leurs nombres ne sont pas sur une même échelle, et l&apos;accord de deux modèles n&apos;est pas une preuve, surtout s&apos;ils ont appris sur les mêmes images. Un modèle sans seuil suspecte une tumeur à partir de 50 %.</translation>
    </message>
    <message>
        <source>Each of the workers that were given the file ended: it may have been made to do harm, or ask for more memory than a worker has.</source>
        <translation>Chacun des processus qui ont reçu le fichier s&apos;est arrêté : il peut être fait pour nuire, ou demander plus de mémoire qu&apos;un processus n&apos;en a.</translation>
    </message>
    <message>
        <source>Earlier judgements of this image</source>
        <translation>Jugements antérieurs de cette image</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Empty pane</source>
        <translation>Volet vide</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Engine and device of the model</source>
        <translation>Moteur et appareil du modèle</translation>
    </message>
    <message>
        <source>Enlarges what lies under the pointer; tap the key to switch it, or hold it for a look</source>
        <translation>Agrandit ce qui se trouve sous le pointeur ; touchez la touche pour basculer, maintenez-la pour un coup d&apos;œil</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>Chaque changement s&apos;applique aussitôt.</translation>
    </message>
    <message>
        <source>Every data element of the file whose image is on screen</source>
        <translation>Chaque élément de données du fichier dont l&apos;image est à l&apos;écran</translation>
    </message>
    <message>
        <source>Double-click a line, or press Enter, to open the image in the viewer</source>
        <translation>Double-cliquez sur une ligne, ou appuyez sur Entrée, pour ouvrir l&apos;image</translation>
    </message>
    <message>
        <source>Earlier in the queue</source>
        <translation>Plus tôt dans la file</translation>
    </message>
    <message>
        <source>Every image of the folder and its subfolders gets a row in the CSV; a file that cannot be read gets a row with the reason. Scans run one after the other.</source>
        <translation>Chaque image du dossier et de ses sous-dossiers reçoit une ligne dans le CSV ; un fichier illisible reçoit une ligne avec la raison. Les traitements se font l&apos;un après l&apos;autre.</translation>
    </message>
    <message>
        <source>Every image of the series as shown, a file each</source>
        <translation>Chaque image de la série telle qu&apos;affichée, un fichier par image</translation>
    </message>
    <message>
        <source>Every image of the series, a file each</source>
        <translation>Chaque image de la série, un fichier par image</translation>
    </message>
    <message>
        <source>Every mark of the study, as a DICOM structured report</source>
        <translation>Chaque marque de l&apos;examen, sous forme de rapport structuré DICOM</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Indices</translation>
    </message>
    <message>
        <source>Exchange black and white</source>
        <translation>Échanger le noir et le blanc</translation>
    </message>
    <message>
        <source>Exchange left and right on the screen, for the whole series</source>
        <translation>Échanger la gauche et la droite à l&apos;écran, pour toute la série</translation>
    </message>
    <message>
        <source>Exchange top and bottom on the screen, for the whole series</source>
        <translation>Échanger le haut et le bas à l&apos;écran, pour toute la série</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export a film of the series…</source>
        <translation>Exporter un film de la série…</translation>
    </message>
    <message>
        <source>Export image…</source>
        <translation>Exporter l&apos;image…</translation>
    </message>
    <message>
        <source>Export judgements</source>
        <translation>Exporter les jugements</translation>
    </message>
    <message>
        <source>Export judgements…</source>
        <translation>Exporter les jugements…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>Exporter la série…</translation>
    </message>
    <message>
        <source>Export the study again. If that does not help, report it to the maker of the device.</source>
        <translation>Exportez à nouveau l&apos;examen. Si cela n&apos;aide pas, signalez-le au fabricant de l&apos;appareil.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File LUT {number}</source>
        <translation>LUT du fichier {number}</translation>
    </message>
    <message>
        <source>File and place in the series</source>
        <translation>Fichier et place dans la série</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Format de fichier</translation>
    </message>
    <message>
        <source>File limits</source>
        <translation>Limites des fichiers</translation>
    </message>
    <message>
        <source>File window {number}</source>
        <translation>Fenêtre du fichier {number}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Fichier : {name}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Files and folders opened lately, latest first.</source>
        <translation>Fichiers et dossiers ouverts récemment, le dernier d&apos;abord.</translation>
    </message>
    <message>
        <source>Files being read</source>
        <translation>Fichiers en cours de lecture</translation>
    </message>
    <message>
        <source>Files that are done and have not changed are not done again</source>
        <translation>Les fichiers terminés et inchangés ne sont pas traités à nouveau</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Fichiers qui n&apos;ont pas pu être lus</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Find study or series…</source>
        <translation>Rechercher un examen ou une série…</translation>
    </message>
    <message>
        <source>First image</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Premier modèle</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fixes</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Retourner horizontalement</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Retourner verticalement</translation>
    </message>
    <message>
        <source>Flipped horizontally</source>
        <translation>Retournée horizontalement</translation>
    </message>
    <message>
        <source>Flipped vertically</source>
        <translation>Retournée verticalement</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folder to scan</source>
        <translation>Dossier à traiter</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Dossier de destination</translation>
    </message>
    <message>
        <source>Folder with DICOM, PNG or JPEG images</source>
        <translation>Dossier d&apos;images DICOM, PNG ou JPEG</translation>
    </message>
    <message>
        <source>For a study of another day: show the same place in both, then link</source>
        <translation>Pour un examen d&apos;un autre jour : montrez le même endroit dans les deux, puis liez</translation>
    </message>
    <message>
        <source>For series of one modality and unit; for MR also of one sequence</source>
        <translation>Pour les séries d&apos;une modalité et d&apos;une unité ; en IRM aussi d&apos;une séquence</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Forward 10 images</source>
        <translation>10 images en avant</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Free some space there, or unpack it elsewhere and open the folder.</source>
        <translation>Libérez-y de la place, ou extrayez-la ailleurs et ouvrez le dossier.</translation>
    </message>
    <message>
        <source>Free some space there, or unpack the archive elsewhere and open the folder.</source>
        <translation>Libérez-y de la place, ou extrayez l&apos;archive ailleurs et ouvrez le dossier.</translation>
    </message>
    <message>
        <source>Free some space, close the program that has it open, or choose another place.</source>
        <translation>Libérez de la place, fermez le programme qui l&apos;a ouvert, ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Free some space, or check that you may write there, and judge again.</source>
        <translation>Libérez de la place, ou vérifiez que vous pouvez y écrire, et jugez à nouveau.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>Libérez de la place, ou choisissez un autre disque.</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Région à main levée</translation>
    </message>
    <message>
        <source>From a reformatted image back to the slices of the scanner</source>
        <translation>D&apos;une image reformatée aux coupes de l&apos;appareil</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Give a folder that exists and that you may read.</source>
        <translation>Indiquez un dossier existant que vous pouvez lire.</translation>
    </message>
    <message>
        <source>Give actions keys of your own</source>
        <translation>Donner vos propres touches aux actions</translation>
    </message>
    <message>
        <source>Give every action the keys that it came with</source>
        <translation>Rendre à chaque action ses touches d&apos;origine</translation>
    </message>
    <message>
        <source>Give every setting of this dialog its default; keys stay</source>
        <translation>Rendre à chaque réglage de ce dialogue sa valeur par défaut ; les touches restent</translation>
    </message>
    <message>
        <source>Give the action the keys that it came with</source>
        <translation>Rendre à l&apos;action ses touches d&apos;origine</translation>
    </message>
    <message>
        <source>Give the action this key alone</source>
        <translation>Donner à l&apos;action cette seule touche</translation>
    </message>
    <message>
        <source>Give the action this key beside those that it has</source>
        <translation>Donner à l&apos;action cette touche en plus des siennes</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Donnez un nom au fichier.</translation>
    </message>
    <message>
        <source>Glioma</source>
        <translation>Gliome</translation>
    </message>
    <message>
        <source>Go on from the earlier scan</source>
        <translation>Reprendre le traitement précédent</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Continuer en arrière-plan</translation>
    </message>
    <message>
        <source>Go to image</source>
        <translation>Aller à l&apos;image</translation>
    </message>
    <message>
        <source>Go to the highest</source>
        <translation>Aller à la plus élevée</translation>
    </message>
    <message>
        <source>Go to the highest probability</source>
        <translation>Aller à la probabilité la plus élevée</translation>
    </message>
    <message>
        <source>Graphics and regions that the file draws over its image</source>
        <translation>Graphiques et régions que le fichier dessine sur son image</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Head and neck</source>
        <translation>Tête et cou</translation>
    </message>
    <message>
        <source>Heat below it is not drawn</source>
        <translation>Les valeurs inférieures ne sont pas dessinées</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Heatmap beside the image</source>
        <translation>Carte de chaleur à côté de l&apos;image</translation>
    </message>
    <message>
        <source>Heatmap colours</source>
        <translation>Couleurs de la carte de chaleur</translation>
    </message>
    <message>
        <source>Heatmap contour</source>
        <translation>Contour de la carte de chaleur</translation>
    </message>
    <message>
        <source>Heatmap for {name}, drawn from {threshold:.2f} on: {note}</source>
        <translation>Carte de chaleur pour {name}, dessinée à partir de {threshold:.2f} : {note}</translation>
    </message>
    <message>
        <source>Heatmap for {name}: {note}</source>
        <translation>Carte de chaleur pour {name} : {note}</translation>
    </message>
    <message>
        <source>Heatmap opacity</source>
        <translation>Opacité de la carte de chaleur</translation>
    </message>
    <message>
        <source>Heatmap threshold</source>
        <translation>Seuil de la carte de chaleur</translation>
    </message>
    <message>
        <source>Hide identity</source>
        <translation>Masquer l&apos;identité</translation>
    </message>
    <message>
        <source>Hide who the patient is on screen, in titles and exports.</source>
        <translation>Masquer qui est le patient à l&apos;écran, dans les titres et les exports.</translation>
    </message>
    <message>
        <source>Hide who the patient is: on the image and in the window title</source>
        <translation>Masquer qui est le patient : sur l&apos;image et dans le titre de la fenêtre</translation>
    </message>
    <message>
        <source>Highest probability: image {number}, {probability}.</source>
        <translation>Probabilité la plus élevée : image {number}, {probability}.</translation>
    </message>
    <message>
        <source>Holds the scan where it is; model and memory stay in use, and the queue waits. To let go of them, stop it: it can be resumed later.</source>
        <translation>Suspend le traitement où il en est ; le modèle et la mémoire restent utilisés et la file attend. Pour les libérer, arrêtez-le : il peut être repris plus tard.</translation>
    </message>
    <message>
        <source>How strong the evidence is</source>
        <translation>Force des indices</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Identity is hidden in the whole application (View, Hide identity)</source>
        <translation>L&apos;identité est masquée dans toute l&apos;application (Affichage, Masquer l&apos;identité)</translation>
    </message>
    <message>
        <source>If you trust the file, raise the limits: `--limits N`, or `file_limits` in the settings. Else export it in parts; docs/CONFORMANCE.md states the limits.</source>
        <translation>Si vous faites confiance au fichier, relevez les limites : `--limits N`, ou `file_limits` dans les réglages. Sinon exportez-le en parties ; docs/CONFORMANCE.md donne les limites.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Image alone</source>
        <translation>Image seule</translation>
    </message>
    <message>
        <source>Image and model result</source>
        <translation>Image et résultat du modèle</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer</source>
        <translation>Image et réponse du modèle</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page</source>
        <translation>Image et réponse du modèle sur une page</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page, as PDF</source>
        <translation>Image et réponse du modèle sur une page, en PDF</translation>
    </message>
    <message>
        <source>Image with heatmap</source>
        <translation>Image avec carte de chaleur</translation>
    </message>
    <message>
        <source>Image {number} / {count}</source>
        <translation>Image {number} / {count}</translation>
    </message>
    <message>
        <source>Image {number} cannot be read: {problem}</source>
        <translation>L&apos;image {number} ne peut pas être lue : {problem}</translation>
    </message>
    <message>
        <source>Image {number} of {count}</source>
        <translation>Image {number} sur {count}</translation>
    </message>
    <message>
        <source>Image {number}: {said}</source>
        <translation>Image {number} : {said}</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}</source>
        <translation>Image, volet {number} sur {count}</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}, active</source>
        <translation>Image, volet {number} sur {count}, actif</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Images without a study</source>
        <translation>Images sans examen</translation>
    </message>
    <message>
        <source>In English: {sentence}</source>
        <translation>En anglais : {sentence}</translation>
    </message>
    <message>
        <source>In several panes: all go to the point under the pointer</source>
        <translation>Dans plusieurs volets : tous vont au point sous le pointeur</translation>
    </message>
    <message>
        <source>In the active pane, interpolated between the slices</source>
        <translation>Dans le volet actif, interpolé entre les coupes</translation>
    </message>
    <message>
        <source>Inferno (black, red, yellow)</source>
        <translation>Inferno (noir, rouge, jaune)</translation>
    </message>
    <message>
        <source>Install TumorView again.</source>
        <translation>Réinstallez TumorView.</translation>
    </message>
    <message>
        <source>Install it (pip install &apos;tumorview[parquet]&apos;), or leave out --parquet.</source>
        <translation>Installez-la (pip install &apos;tumorview[parquet]&apos;), ou omettez --parquet.</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;tumorview[keras]&quot;, or with &quot;tumorview[cuda]&quot; for an NVIDIA GPU on Linux; or choose the engine onnx.</source>
        <translation>Installez-le avec : pip install &quot;tumorview[keras]&quot;, ou avec &quot;tumorview[cuda]&quot; pour un GPU NVIDIA sous Linux ; ou choisissez le moteur onnx.</translation>
    </message>
    <message>
        <source>Install it with: pip install onnxruntime</source>
        <translation>Installez-le avec : pip install onnxruntime</translation>
    </message>
    <message>
        <source>Install the CUDA libraries with: pip install &quot;tumorview[cuda]&quot;.</source>
        <translation>Installez les bibliothèques CUDA avec : pip install &quot;tumorview[cuda]&quot;.</translation>
    </message>
    <message>
        <source>Install the extra `cluster`, on every machine that takes part, or leave out --cluster.</source>
        <translation>Installez l&apos;extra `cluster` sur chaque machine participante, ou omettez --cluster.</translation>
    </message>
    <message>
        <source>Install the extra `parquet`, or do without it: the CSV holds the same.</source>
        <translation>Installez l&apos;extra `parquet`, ou passez-vous-en : le CSV contient la même chose.</translation>
    </message>
    <message>
        <source>Install the model folder again from where it came.</source>
        <translation>Réinstallez le dossier du modèle depuis son origine.</translation>
    </message>
    <message>
        <source>Install the model folder again, or update TensorFlow.</source>
        <translation>Réinstallez le dossier du modèle, ou mettez à jour TensorFlow.</translation>
    </message>
    <message>
        <source>Install the model folder again, or update onnxruntime.</source>
        <translation>Réinstallez le dossier du modèle, ou mettez à jour onnxruntime.</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>Usage prévu</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model</source>
        <translation>Usage prévu, limites et chiffres du modèle</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model in use</source>
        <translation>Usage prévu, limites et chiffres du modèle utilisé</translation>
    </message>
    <message>
        <source>Invert grey scale</source>
        <translation>Inverser les gris</translation>
    </message>
    <message>
        <source>It has {key} already.</source>
        <translation>Elle a déjà {key}.</translation>
    </message>
    <message>
        <source>JPEG, smaller, with loss</source>
        <translation>JPEG, plus petit, avec perte</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep my login name with it</source>
        <translation>Joindre mon identifiant</translation>
    </message>
    <message>
        <source>Keep scanning</source>
        <translation>Continuer le traitement</translation>
    </message>
    <message>
        <source>Keep the comment without a verdict</source>
        <translation>Garder le commentaire sans verdict</translation>
    </message>
    <message>
        <source>Keep the login name with accepted and rejected results.</source>
        <translation>Garder le nom de connexion avec les résultats acceptés et rejetés.</translation>
    </message>
    <message>
        <source>Kept in the audit journal</source>
        <translation>Conservé dans le journal d&apos;audit</translation>
    </message>
    <message>
        <source>Keras (TensorFlow)</source>
        <translation>Keras (TensorFlow)</translation>
    </message>
    <message>
        <source>Keras is set to another backend than tensorflow</source>
        <translation>Keras est réglé sur un autre backend que tensorflow</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>Touche pour {action}</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Image clé</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Images clés</translation>
    </message>
    <message>
        <source>Key or gesture</source>
        <translation>Touche ou geste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Touches et souris</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Paysage</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the window; system follows the desktop. CSV, command line and logs stay English. Holds from the next start.</source>
        <translation>Langue de la fenêtre ; système suit le bureau. Le CSV, la ligne de commande et les journaux restent en anglais. S&apos;applique au prochain démarrage.</translation>
    </message>
    <message>
        <source>Last image</source>
        <translation>Dernière image</translation>
    </message>
    <message>
        <source>Later in the queue</source>
        <translation>Plus tard dans la file</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Layout: {rows} by {columns}</source>
        <translation>Disposition : {rows} par {columns}</translation>
    </message>
    <message>
        <source>Leave out --make-key to use it, or name another file.</source>
        <translation>Omettez --make-key pour l&apos;utiliser, ou nommez un autre fichier.</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Glisser avec le bouton gauche</translation>
    </message>
    <message>
        <source>Left drag on a mark or handle</source>
        <translation>Glisser avec le bouton gauche une marque ou une poignée</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Non exclues</translation>
    </message>
    <message>
        <source>Left out: {which}.</source>
        <translation>Laissées de côté : {which}.</translation>
    </message>
    <message>
        <source>Lens {factor:g}×</source>
        <translation>Loupe {factor:g}×</translation>
    </message>
    <message>
        <source>Let a file ask for so many times as much memory, frames and elements as usual; for files that you trust. Holds from the next start.</source>
        <translation>Permettre à un fichier autant de fois plus de mémoire, de frames et d&apos;éléments que d&apos;habitude ; pour les fichiers de confiance. S&apos;applique au prochain démarrage.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Licensed under Apache-2.0. Uses Qt through PySide6 (LGPL). Help, Licences shows the licence of every part.</source>
        <translation>Sous licence Apache-2.0. Utilise Qt par PySide6 (LGPL). Aide, Licences montre la licence de chaque partie.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Line at the threshold</source>
        <translation>Ligne au seuil</translation>
    </message>
    <message>
        <source>Link by hand, with an offset</source>
        <translation>Lier à la main, avec décalage</translation>
    </message>
    <message>
        <source>List of key images…</source>
        <translation>Liste des images clés…</translation>
    </message>
    <message>
        <source>Listing the folder and loading the model…</source>
        <translation>Inventaire du dossier et chargement du modèle…</translation>
    </message>
    <message>
        <source>Load measurements</source>
        <translation>Charger les mesures</translation>
    </message>
    <message>
        <source>Load measurements…</source>
        <translation>Charger des mesures…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>Login name with judgements</source>
        <translation>Nom de connexion avec les jugements</translation>
    </message>
    <message>
        <source>Longest run of neighbours: {which}.</source>
        <translation>Plus longue suite de voisines : {which}.</translation>
    </message>
    <message>
        <source>Look at the printer, or choose another one.</source>
        <translation>Vérifiez l&apos;imprimante, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Recherche d&apos;images…</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Recherche de modèles…</translation>
    </message>
    <message>
        <source>Lossy compression</source>
        <translation>Compression avec perte</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>Faible résolution</translation>
    </message>
    <message>
        <source>MP4 (MPEG-4), with loss</source>
        <translation>MP4 (MPEG-4), avec perte</translation>
    </message>
    <message>
        <source>MP4 or AVI, at the rate that the series plays at</source>
        <translation>MP4 ou AVI, à la cadence de lecture de la série</translation>
    </message>
    <message>
        <source>Magma (black, purple, cream)</source>
        <translation>Magma (noir, violet, crème)</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>Magnify more or less</source>
        <translation>Agrandir plus ou moins</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>À votre façon</translation>
    </message>
    <message>
        <source>Mark the image on screen to come back to it; kept until TumorView is closed</source>
        <translation>Marquer l&apos;image à l&apos;écran pour y revenir ; gardé jusqu&apos;à la fermeture de TumorView</translation>
    </message>
    <message>
        <source>Marks are kept until TumorView is closed.</source>
        <translation>Les marques sont gardées jusqu&apos;à la fermeture de TumorView.</translation>
    </message>
    <message>
        <source>Marks from a DICOM structured report onto the images of the study</source>
        <translation>Marques d&apos;un rapport structuré DICOM sur les images de l&apos;examen</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
    <message>
        <source>Mean {mean}   SD {deviation}</source>
        <translation>Moyenne {mean}   ET {deviation}</translation>
    </message>
    <message>
        <source>Measurements and drawings</source>
        <translation>Mesures et dessins</translation>
    </message>
    <message>
        <source>Measurements are not saved</source>
        <translation>Les mesures ne sont pas enregistrées</translation>
    </message>
    <message>
        <source>Measurements of an image that is not DICOM cannot be saved as a DICOM report.</source>
        <translation>Les mesures d&apos;une image qui n&apos;est pas DICOM ne peuvent pas être enregistrées comme rapport DICOM.</translation>
    </message>
    <message>
        <source>Memory for images (MiB)</source>
        <translation>Mémoire pour les images (Mio)</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>Memory that TumorView holds now, without the processes that decode</source>
        <translation>Mémoire que TumorView occupe maintenant, sans les processus qui décodent</translation>
    </message>
    <message>
        <source>Meningioma</source>
        <translation>Méningiome</translation>
    </message>
    <message>
        <source>MiB of memory for images that are read already, and ahead while one scrolls; an image of 512 x 512 takes 1.</source>
        <translation>Mio de mémoire pour les images déjà lues, et d&apos;avance pendant le défilement ; une image de 512 x 512 en prend 1.</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Glisser avec le bouton du milieu</translation>
    </message>
    <message>
        <source>Min {least}   Max {most}</source>
        <translation>Min {least}   Max {most}</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalité</translation>
    </message>
    <message>
        <source>Modality in doubt</source>
        <translation>Modalité douteuse</translation>
    </message>
    <message>
        <source>Modality not validated</source>
        <translation>Modalité non validée</translation>
    </message>
    <message>
        <source>Modality unknown</source>
        <translation>Modalité inconnue</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model and engine of this result</source>
        <translation>Modèle et moteur de ce résultat</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Fiche du modèle…</translation>
    </message>
    <message>
        <source>Model not available</source>
        <translation>Modèle indisponible</translation>
    </message>
    <message>
        <source>Model not loaded</source>
        <translation>Modèle non chargé</translation>
    </message>
    <message>
        <source>Model that answers; by default the first one found.</source>
        <translation>Modèle qui répond ; par défaut le premier trouvé.</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>Mosaïque</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>Déplacer l&apos;image</translation>
    </message>
    <message>
        <source>Move the mark, or change it</source>
        <translation>Déplacer la marque, ou la modifier</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name a file with at least 32 random bytes, or let `--make-key` make one.</source>
        <translation>Nommez un fichier d&apos;au moins 32 octets aléatoires, ou laissez `--make-key` en créer un.</translation>
    </message>
    <message>
        <source>Name another file and add --make-key to make a random key.</source>
        <translation>Nommez un autre fichier et ajoutez --make-key pour créer une clé aléatoire.</translation>
    </message>
    <message>
        <source>Name of the file, without its ending</source>
        <translation>Nom du fichier, sans son extension</translation>
    </message>
    <message>
        <source>Name the file with your key, or add --make-key to make a new one.</source>
        <translation>Nommez le fichier de votre clé, ou ajoutez --make-key pour en créer une.</translation>
    </message>
    <message>
        <source>Neither model gives an answer for this image.</source>
        <translation>Aucun des deux modèles ne donne de réponse pour cette image.</translation>
    </message>
    <message>
        <source>New scan</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Image clé suivante</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Série suivante</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>No class is probable enough to stand out.</source>
        <translation>Aucune classe n&apos;est assez probable pour se détacher.</translation>
    </message>
    <message>
        <source>No font on this computer has the characters of {language}, so the window is in English. Install one (on Debian and Ubuntu: fonts-noto-cjk) and start TumorView again.</source>
        <translation>Aucune police de cet ordinateur n&apos;a les caractères de {language} ; la fenêtre est donc en anglais. Installez-en une (sous Debian et Ubuntu : fonts-noto-cjk) et redémarrez TumorView.</translation>
    </message>
    <message>
        <source>No heatmap for this image</source>
        <translation>Aucune carte de chaleur pour cette image</translation>
    </message>
    <message>
        <source>No image of the series has an answer</source>
        <translation>Aucune image de la série n&apos;a de réponse</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>No key image in this study. K marks the image on screen.</source>
        <translation>Aucune image clé dans cet examen. K marque l&apos;image à l&apos;écran.</translation>
    </message>
    <message>
        <source>No model card</source>
        <translation>Aucune fiche de modèle</translation>
    </message>
    <message>
        <source>No model loaded yet</source>
        <translation>Aucun modèle chargé</translation>
    </message>
    <message>
        <source>No model that can be used is installed.</source>
        <translation>Aucun modèle utilisable n&apos;est installé.</translation>
    </message>
    <message>
        <source>No patient named</source>
        <translation>Aucun patient nommé</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Report as PDF (Ctrl+E) writes the same page to a file.</source>
        <translation>Aucune imprimante n&apos;est installée sur cet ordinateur. Rapport en PDF (Ctrl+E) écrit la même page dans un fichier.</translation>
    </message>
    <message>
        <source>No probabilities are given.</source>
        <translation>Aucune probabilité n&apos;est donnée.</translation>
    </message>
    <message>
        <source>No probabilities are shown.</source>
        <translation>Aucune probabilité n&apos;est affichée.</translation>
    </message>
    <message>
        <source>No score: it would be the highest mean of {neighbours} neighbouring images, and no {neighbours} neighbours have an answer.</source>
        <translation>Pas de score : ce serait la moyenne la plus élevée de {neighbours} images voisines, et il n&apos;y a pas {neighbours} voisines avec une réponse.</translation>
    </message>
    <message>
        <source>No series of the other study is of the same modality, plane and sequence; its first one is shown. Another one can be dragged there from the list.</source>
        <translation>Aucune série de l&apos;autre examen n&apos;a la même modalité, le même plan et la même séquence ; la première est affichée. Une autre peut y être glissée depuis la liste.</translation>
    </message>
    <message>
        <source>No tumour</source>
        <translation>Pas de tumeur</translation>
    </message>
    <message>
        <source>No tumour suspected</source>
        <translation>Pas de tumeur suspectée</translation>
    </message>
    <message numerus="yes">
        <source>No tumour suspected in {n} images with an answer</source>
        <translation>
            <numerusform>Pas de tumeur suspectée dans {n} image avec réponse</numerusform>
            <numerusform>Pas de tumeur suspectée dans {n} images avec réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these are next to each other; the first is {which}.</source>
        <translation>Aucune n&apos;est voisine d&apos;une autre ; la première est {which}.</translation>
    </message>
    <message>
        <source>Not analysed by this model.</source>
        <translation>Non analysée par ce modèle.</translation>
    </message>
    <message>
        <source>Not calibrated: how often such a score is right was not measured on series. The model&apos;s threshold was chosen for single images and decides nothing here.</source>
        <translation>Non calibré : la fréquence à laquelle un tel score est juste n&apos;a pas été mesurée sur des séries. Le seuil du modèle a été choisi pour des images isolées et ne décide rien ici.</translation>
    </message>
    <message>
        <source>Not drawn: {problem}</source>
        <translation>Non dessiné : {problem}</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Non destiné à</translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation>Pas encore jugé.</translation>
    </message>
    <message>
        <source>Not shown of the file: {what}.</source>
        <translation>Non montré du fichier : {what}.</translation>
    </message>
    <message>
        <source>Not validated for CT.</source>
        <translation>Non validé pour le scanner (CT).</translation>
    </message>
    <message>
        <source>Not validated for MR.</source>
        <translation>Non validé pour l&apos;IRM (MR).</translation>
    </message>
    <message>
        <source>Not validated for this MR sequence.</source>
        <translation>Non validé pour cette séquence IRM.</translation>
    </message>
    <message>
        <source>Not validated for this kind of image.</source>
        <translation>Non validé pour ce type d&apos;image.</translation>
    </message>
    <message>
        <source>Not validated for {kind}.</source>
        <translation>Non validé pour {kind}.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Rien n&apos;est ouvert</translation>
    </message>
    <message>
        <source>Nothing is written.</source>
        <translation>Rien n&apos;est écrit.</translation>
    </message>
    <message>
        <source>Nothing is wrong with it; it cannot be analysed.</source>
        <translation>Il n&apos;a aucun défaut ; il ne peut pas être analysé.</translation>
    </message>
    <message>
        <source>Nothing to compare: {model} gives no answer for this image.</source>
        <translation>Rien à comparer : {model} ne donne pas de réponse pour cette image.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Number of elements</source>
        <translation>Nombre d&apos;éléments</translation>
    </message>
    <message>
        <source>ONNX Runtime</source>
        <translation>ONNX Runtime</translation>
    </message>
    <message>
        <source>Of TumorView and of all that is in it</source>
        <translation>De TumorView et de tout ce qu&apos;il contient</translation>
    </message>
    <message>
        <source>On the image</source>
        <translation>Sur l&apos;image</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Sur l&apos;image</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>Une image</translation>
    </message>
    <message>
        <source>One millimetre on the screen is one millimetre in the patient</source>
        <translation>Un millimètre à l&apos;écran est un millimètre chez le patient</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>Un volet</translation>
    </message>
    <message>
        <source>One pixel of the image is one pixel of the screen</source>
        <translation>Un pixel de l&apos;image est un pixel de l&apos;écran</translation>
    </message>
    <message>
        <source>One row of three panes</source>
        <translation>Une rangée de trois volets</translation>
    </message>
    <message>
        <source>One row of two panes</source>
        <translation>Une rangée de deux volets</translation>
    </message>
    <message>
        <source>One window</source>
        <translation>Une seule fenêtre</translation>
    </message>
    <message>
        <source>Only one model is installed: {title} {version}.</source>
        <translation>Un seul modèle est installé : {title} {version}.</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Opacity of the heatmap in percent</source>
        <translation>Opacité de la carte de chaleur en pour cent</translation>
    </message>
    <message>
        <source>Opacity of the heatmap&apos;s hottest place.</source>
        <translation>Opacité du point le plus intense de la carte de chaleur.</translation>
    </message>
    <message>
        <source>Open CSV folder</source>
        <translation>Ouvrir le dossier du CSV</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Ouvrir un dossier d&apos;images</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Ouvrir un examen</translation>
    </message>
    <message>
        <source>Open an image to ask the model about it.</source>
        <translation>Ouvrez une image pour interroger le modèle à son sujet.</translation>
    </message>
    <message>
        <source>Open an image to compare what two models say of it.</source>
        <translation>Ouvrez une image pour comparer ce que deux modèles en disent.</translation>
    </message>
    <message>
        <source>Open an image to see its header.</source>
        <translation>Ouvrez une image pour voir son en-tête.</translation>
    </message>
    <message>
        <source>Open every image in a folder</source>
        <translation>Ouvrir chaque image d&apos;un dossier</translation>
    </message>
    <message>
        <source>Open files that are double-clicked in the window that is already there; off: in a window of their own.</source>
        <translation>Ouvrir les fichiers double-cliqués dans la fenêtre déjà ouverte ; désactivé : dans une fenêtre à part.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>Ouvrir des images</translation>
    </message>
    <message>
        <source>Open it again once it is complete.</source>
        <translation>Ouvrez-le à nouveau quand il sera complet.</translation>
    </message>
    <message>
        <source>Open it by itself: it is then listed like a folder.</source>
        <translation>Ouvrez-la seule : elle est alors lue comme un dossier.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Open the archive by itself: it is then listed like a folder.</source>
        <translation>Ouvrez l&apos;archive seule : elle est alors lue comme un dossier.</translation>
    </message>
    <message>
        <source>Open the folder that it lies in.</source>
        <translation>Ouvrez le dossier où il se trouve.</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>Ouvrir l&apos;examen d&apos;exemple</translation>
    </message>
    <message>
        <source>Open the study that they were made on, then load them again.</source>
        <translation>Ouvrez l&apos;examen sur lequel elles ont été faites, puis chargez-les à nouveau.</translation>
    </message>
    <message>
        <source>Ordered by {what}</source>
        <translation>Ordre selon : {what}</translation>
    </message>
    <message>
        <source>Orientation letters and ruler</source>
        <translation>Lettres d&apos;orientation et échelle</translation>
    </message>
    <message>
        <source>Orientation of the paper</source>
        <translation>Orientation du papier</translation>
    </message>
    <message>
        <source>Other patient? {date}</source>
        <translation>Autre patient ? {date}</translation>
    </message>
    <message>
        <source>Outcome of the export</source>
        <translation>Résultat de l&apos;export</translation>
    </message>
    <message>
        <source>Outcome of the scan</source>
        <translation>Résultat du traitement</translation>
    </message>
    <message>
        <source>Overlays may show who the patient is</source>
        <translation>Les overlays peuvent montrer qui est le patient</translation>
    </message>
    <message>
        <source>Overlays off</source>
        <translation>Overlays masqués</translation>
    </message>
    <message>
        <source>Own keys of actions, by the action&apos;s id; an empty list takes its key away.</source>
        <translation>Touches propres des actions, par identifiant d&apos;action ; une liste vide retire la touche.</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Fenêtrage propre</translation>
    </message>
    <message>
        <source>PNG, lossless</source>
        <translation>PNG, sans perte</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Parquet cannot be written: pyarrow is not installed</source>
        <translation>Parquet ne peut pas être écrit : pyarrow n&apos;est pas installé</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Part of the image</source>
        <translation>Partie de l&apos;image</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Parties et leurs licences</translation>
    </message>
    <message>
        <source>Path: {path}</source>
        <translation>Chemin : {path}</translation>
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
        <translation>En pause à {files}</translation>
    </message>
    <message>
        <source>Paused: {files}</source>
        <translation>En pause : {files}</translation>
    </message>
    <message>
        <source>Perhaps not the same patient</source>
        <translation>Peut-être pas le même patient</translation>
    </message>
    <message>
        <source>Pituitary tumour</source>
        <translation>Tumeur hypophysaire</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Lire plus vite</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Lire plus lentement</translation>
    </message>
    <message>
        <source>Play the series</source>
        <translation>Lire la série</translation>
    </message>
    <message>
        <source>Please report it with the log; `tumorview doctor` says where that is.</source>
        <translation>Veuillez le signaler avec le journal ; `tumorview doctor` dit où il se trouve.</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Posterior fossa</source>
        <translation>Fosse postérieure</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Prédiction</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>Classe prédite</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>Aperçu des pages</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>Image clé précédente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Série précédente</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Prior {date}</source>
        <translation>Antérieur {date}</translation>
    </message>
    <message>
        <source>Private tags</source>
        <translation>Tags privés</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, at or above the threshold of {threshold}.</source>
        <translation>Probabilité de tumeur {probability}, au niveau ou au-dessus du seuil de {threshold}.</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, below the threshold of {threshold}.</source>
        <translation>Probabilité de tumeur {probability}, sous le seuil de {threshold}.</translation>
    </message>
    <message>
        <source>Probability of tumour by image</source>
        <translation>Probabilité par image</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Avancement de l&apos;analyse</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l&apos;export</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Avancement du traitement</translation>
    </message>
    <message>
        <source>Put the folder of another model into {place}, then open this window again.</source>
        <translation>Placez le dossier d&apos;un autre modèle dans {place}, puis rouvrez cette fenêtre.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d&apos;attente</translation>
    </message>
    <message>
        <source>Queue of scans</source>
        <translation>File d&apos;attente des traitements</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Raise the limits with --limits, or the setting file_limits.</source>
        <translation>Relevez les limites avec --limits, ou le réglage file_limits.</translation>
    </message>
    <message>
        <source>Re-run failures</source>
        <translation>Refaire les échecs</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lisez-le</translation>
    </message>
    <message>
        <source>Read it as it was taken.</source>
        <translation>Lisez-la telle qu&apos;elle a été acquise.</translation>
    </message>
    <message>
        <source>Read with reserve</source>
        <translation>Lu avec réserve</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Reading the header…</source>
        <translation>Lecture de l&apos;en-tête…</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Lecture des licences…</translation>
    </message>
    <message>
        <source>Reading the model card…</source>
        <translation>Lecture de la fiche du modèle…</translation>
    </message>
    <message numerus="yes">
        <source>Reading {done} of {n} files…</source>
        <translation>
            <numerusform>Lecture de {done} fichier sur {n}…</numerusform>
            <numerusform>Lecture de {done} fichiers sur {n}…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>Lecture de {done} sur {total}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Stopped after {files}</source>
        <translation>Arrêté après {files}</translation>
    </message>
    <message>
        <source>The scan of {name} in the queue writes to this CSV too. Choose another, or its rows will be replaced.</source>
        <translation>Le traitement de {name} dans la file écrit aussi dans ce CSV. Choisissez-en un autre, sinon ses lignes seront remplacées.</translation>
    </message>
    <message>
        <source>Window presets: those of the file first, then those of the modality</source>
        <translation>Préréglages de fenêtrage : d&apos;abord ceux du fichier, puis ceux de la modalité</translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, none failed</source>
        <translation>
            <numerusform>{n} image analysée, aucun échec</numerusform>
            <numerusform>{n} images analysées, aucun échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, {failed} failed</source>
        <translation>
            <numerusform>{n} image analysée, {failed} en échec</numerusform>
            <numerusform>{n} images analysées, {failed} en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>{outcome}, in {duration}.</source>
        <translation>{outcome}, en {duration}.</translation>
    </message>
    <message>
        <source>{rate} files/s · about {duration} left</source>
        <translation>{rate} fichiers/s · reste environ {duration}</translation>
    </message>
    <message>
        <source>{rate} files/s · {unknown} left</source>
        <translation>{rate} fichiers/s · reste {unknown}</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>And as DICOM parametric maps, for a PACS</source>
        <translation>Aussi en carte paramétrique DICOM, pour un PACS</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Axial of {series}</source>
        <translation>Axial de {series}</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Coronal</translation>
    </message>
    <message>
        <source>Coronal of {series}</source>
        <translation>Coronal de {series}</translation>
    </message>
    <message>
        <source>Images that are not DICOM, or have no place in the patient, get the picture only</source>
        <translation>Les images qui ne sont pas DICOM, ou sans position dans le patient, ne reçoivent que l’image avec la carte de chaleur</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rétablir : {what}</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Lignes de référence</translation>
    </message>
    <message>
        <source>Reformat axial</source>
        <translation>Reformater en axial</translation>
    </message>
    <message>
        <source>Reformat coronal</source>
        <translation>Reformater en coronal</translation>
    </message>
    <message>
        <source>Reformat in three planes</source>
        <translation>Reformater dans trois plans</translation>
    </message>
    <message>
        <source>Reformat sagittal</source>
        <translation>Reformater en sagittal</translation>
    </message>
    <message>
        <source>Reformat the series again.</source>
        <translation>Reformatez à nouveau la série.</translation>
    </message>
    <message numerus="yes">
        <source>Reformatted from {n} slices</source>
        <translation>
            <numerusform>Reformaté à partir de {n} coupe</numerusform>
            <numerusform>Reformaté à partir de {n} coupes</numerusform>
        </translation>
    </message>
    <message>
        <source>Reformatting: {done} of {total} slices read…</source>
        <translation>Reformatage : {done} coupes lues sur {total}…</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Reject the answer</source>
        <translation>Rejeter la réponse</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>Retirer la marque</translation>
    </message>
    <message>
        <source>Rename it, or choose another CSV file.</source>
        <translation>Renommez-le, ou choisissez un autre fichier CSV.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Rapport en PDF…</translation>
    </message>
    <message>
        <source>Reports, presentation states and other objects without pixels are not analysed.</source>
        <translation>Les rapports, états de présentation et autres objets sans pixels ne sont pas analysés.</translation>
    </message>
    <message>
        <source>Research use only. Not cleared as a medical device.</source>
        <translation>Pour la recherche uniquement. Pas un dispositif médical autorisé.</translation>
    </message>
    <message>
        <source>Research use only; not cleared as a medical device. It supplements and does not replace reading the full study. Images that are not flagged still have to be read.</source>
        <translation>Pour la recherche uniquement ; pas un dispositif médical autorisé. Il complète la lecture de tout l&apos;examen et ne la remplace pas. Les images qui ne sont pas signalées doivent tout de même être lues.</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Réinitialiser tous les réglages</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Réinitialiser la vue</translation>
    </message>
    <message>
        <source>Restore all keys</source>
        <translation>Rétablir toutes les touches</translation>
    </message>
    <message>
        <source>Results of the scan</source>
        <translation>Résultats du traitement</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Reverse the window drag</source>
        <translation>Inverser le glisser du fenêtrage</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Glisser avec le bouton droit</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Pivoter à gauche</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Pivoter à droite</translation>
    </message>
    <message>
        <source>Rotated {degrees}°</source>
        <translation>Pivotée de {degrees}°</translation>
    </message>
    <message>
        <source>Running: listing the folder</source>
        <translation>En cours : inventaire du dossier</translation>
    </message>
    <message>
        <source>Running: {files}</source>
        <translation>En cours : {files}</translation>
    </message>
    <message>
        <source>SHA-256 of the manifest</source>
        <translation>SHA-256 du manifeste</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 du modèle</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Sagittal of {series}</source>
        <translation>Sagittal de {series}</translation>
    </message>
    <message>
        <source>Save a picture with the heatmap of each image</source>
        <translation>Enregistrer une image avec la carte de chaleur de chacune</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>Enregistrer les mesures</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>Enregistrer les mesures…</translation>
    </message>
    <message>
        <source>Save measurements… (DICOM images only)</source>
        <translation>Enregistrer les mesures… (images DICOM seulement)</translation>
    </message>
    <message>
        <source>Scan a folder</source>
        <translation>Traiter un dossier</translation>
    </message>
    <message>
        <source>Scan a folder…</source>
        <translation>Traiter un dossier…</translation>
    </message>
    <message>
        <source>Scan again without --resume; the finished rows of the CSV are not touched.</source>
        <translation>Recommencez sans --resume ; les lignes terminées du CSV ne sont pas touchées.</translation>
    </message>
    <message>
        <source>Scan anew</source>
        <translation>Traiter à nouveau</translation>
    </message>
    <message>
        <source>Scan folders</source>
        <translation>Traiter des dossiers</translation>
    </message>
    <message>
        <source>Scan without --resume to begin anew.</source>
        <translation>Recommencez sans --resume depuis le début.</translation>
    </message>
    <message numerus="yes">
        <source>Score {score}, pooled from {answered} of {n} images by the highest mean of {neighbours} neighbouring images ({which}).</source>
        <translation>
            <numerusform>Score {score}, calculé sur {answered} image sur {n} comme moyenne la plus élevée de {neighbours} images voisines ({which}).</numerusform>
            <numerusform>Score {score}, calculé sur {answered} images sur {n} comme moyenne la plus élevée de {neighbours} images voisines ({which}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll through the series</source>
        <translation>Faire défiler la série</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Défiler ensemble</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search in file and reason</source>
        <translation>Rechercher dans fichier et raison</translation>
    </message>
    <message>
        <source>Search in the results</source>
        <translation>Rechercher dans les résultats</translation>
    </message>
    <message>
        <source>Search studies and series</source>
        <translation>Rechercher examens et séries</translation>
    </message>
    <message>
        <source>Search the header</source>
        <translation>Rechercher dans l&apos;en-tête</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Rechercher dans les touches</translation>
    </message>
    <message>
        <source>Search the list by name, date, description or modality</source>
        <translation>Rechercher dans la liste par nom, date, description ou modalité</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Second modèle</translation>
    </message>
    <message>
        <source>Secondary capture: burned-in text may show who the patient is</source>
        <translation>Capture secondaire : du texte incrusté peut montrer qui est le patient</translation>
    </message>
    <message>
        <source>See the rows of the frames before.</source>
        <translation>Voir les lignes des frames précédentes.</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Séquence</translation>
    </message>
    <message>
        <source>Sequence not validated</source>
        <translation>Séquence non validée</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Series as acquired</source>
        <translation>Série telle qu&apos;acquise</translation>
    </message>
    <message>
        <source>Series found</source>
        <translation>Séries trouvées</translation>
    </message>
    <message>
        <source>Series list</source>
        <translation>Liste des séries</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Série {number}</translation>
    </message>
    <message>
        <source>Set up another scan; it waits for those before it</source>
        <translation>Préparer un autre traitement ; il attend ceux d&apos;avant</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Shift + left button</source>
        <translation>Maj + bouton gauche</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Raccourcissez-le.</translation>
    </message>
    <message>
        <source>Show elements that a manufacturer has defined</source>
        <translation>Montrer les éléments définis par un fabricant</translation>
    </message>
    <message>
        <source>Show heatmap</source>
        <translation>Afficher la carte de chaleur</translation>
    </message>
    <message>
        <source>Show heatmap on the image</source>
        <translation>Afficher la carte de chaleur sur l&apos;image</translation>
    </message>
    <message>
        <source>Show it in the pane where it is dropped</source>
        <translation>L&apos;afficher dans le volet où elle est déposée</translation>
    </message>
    <message>
        <source>Show only rows of one predicted class</source>
        <translation>Afficher seulement les lignes d&apos;une classe prédite</translation>
    </message>
    <message>
        <source>Show only rows with one caution</source>
        <translation>Afficher seulement les lignes avec un avertissement</translation>
    </message>
    <message>
        <source>Show or hide the list of studies and series</source>
        <translation>Afficher ou masquer la liste des examens et séries</translation>
    </message>
    <message>
        <source>Show or hide the model&apos;s result. Read first, AI second.</source>
        <translation>Afficher ou masquer le résultat du modèle. Lire d&apos;abord, l&apos;IA ensuite.</translation>
    </message>
    <message>
        <source>Show the heatmap beside the plain image, not on it.</source>
        <translation>Afficher la carte de chaleur à côté de l&apos;image nue, et non dessus.</translation>
    </message>
    <message>
        <source>Show the series as acquired and analyse that.</source>
        <translation>Affichez la série telle qu&apos;acquise et analysez celle-ci.</translation>
    </message>
    <message>
        <source>Show what tells who, where and when; private values are hidden with it</source>
        <translation>Montrer ce qui dit qui, où et quand ; les valeurs privées sont masquées avec</translation>
    </message>
    <message>
        <source>Shows where the model looked. Not a lesion outline.</source>
        <translation>Montre où le modèle a regardé. Ce n&apos;est pas le contour d&apos;une lésion.</translation>
    </message>
    <message>
        <source>Shows where the model sees signs of a tumour, of whatever type. Not a lesion outline.</source>
        <translation>Montre où le modèle voit des signes de tumeur, quel qu&apos;en soit le type. Ce n&apos;est pas le contour d&apos;une lésion.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Taille de l&apos;image</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Coupes</translation>
    </message>
    <message>
        <source>Slices, pane {number}</source>
        <translation>Coupes, volet {number}</translation>
    </message>
    <message>
        <source>So many frames of the file failed one after the other, and all alike, that the rest was left alone.</source>
        <translation>Tant de frames du fichier ont échoué l&apos;une après l&apos;autre, et toutes de même, que le reste a été laissé.</translation>
    </message>
    <message>
        <source>Some pixels are colours and no grey values; the model was given all as grey.</source>
        <translation>Certains pixels sont des couleurs et non des niveaux de gris ; tout a été donné au modèle en gris.</translation>
    </message>
    <message>
        <source>Something that TumorView did not foresee; details without patients&apos; data are in the log.</source>
        <translation>Quelque chose que TumorView n&apos;avait pas prévu ; les détails, sans données de patients, sont dans le journal.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). TumorView goes on.</source>
        <translation>Un problème inattendu est survenu ({kind}). TumorView continue.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Relancez-le quand vous voudrez.</translation>
    </message>
    <message>
        <source>Start scan</source>
        <translation>Lancer le traitement</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Lancer la file</translation>
    </message>
    <message>
        <source>Start workers that have the same TumorView and models and see the folder under the same path; docs/SCALING.md says how.</source>
        <translation>Lancez des processus qui ont le même TumorView et les mêmes modèles et voient le dossier sous le même chemin ; docs/SCALING.md dit comment.</translation>
    </message>
    <message>
        <source>State of the export</source>
        <translation>État de l&apos;export</translation>
    </message>
    <message>
        <source>State of the header</source>
        <translation>État de l&apos;en-tête</translation>
    </message>
    <message>
        <source>State of the print</source>
        <translation>État de l&apos;impression</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>Arrêter la lecture des fichiers</translation>
    </message>
    <message>
        <source>Stop the analysis</source>
        <translation>Arrêter l&apos;analyse</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Arrêté avant la fin.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is written.</source>
        <translation>Arrêté. Rien n&apos;est écrit.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. {n} files are written and whole.</source>
        <translation>
            <numerusform>Arrêté. {n} fichier est écrit en entier.</numerusform>
            <numerusform>Arrêté. {n} fichiers sont écrits en entier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {files}</source>
        <translation>Arrêté : {files}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>AVC</translation>
    </message>
    <message>
        <source>Stroke, narrow</source>
        <translation>AVC, étroite</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Examens</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>Examens et séries</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Study of {date}</source>
        <translation>Examen du {date}</translation>
    </message>
    <message>
        <source>Study, date unknown</source>
        <translation>Examen, date inconnue</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Sous-dural</translation>
    </message>
    <message>
        <source>TIFF, lossless</source>
        <translation>TIFF, sans perte</translation>
    </message>
    <message>
        <source>Table of results</source>
        <translation>Tableau des résultats</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tag, keyword, name or value</source>
        <translation>Tag, mot-clé, nom ou valeur</translation>
    </message>
    <message>
        <source>Take out of the queue; files stay</source>
        <translation>Retirer de la file ; les fichiers restent</translation>
    </message>
    <message>
        <source>Take the keys of the action away</source>
        <translation>Retirer à l&apos;action ses touches</translation>
    </message>
    <message>
        <source>Take this key</source>
        <translation>Prendre cette touche</translation>
    </message>
    <message>
        <source>TensorFlow finds no GPU although an NVIDIA driver is present</source>
        <translation>TensorFlow ne trouve pas de GPU alors qu&apos;un pilote NVIDIA est présent</translation>
    </message>
    <message>
        <source>TensorFlow is not installed, which the Keras engine needs</source>
        <translation>TensorFlow, dont le moteur Keras a besoin, n&apos;est pas installé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text in the corners</source>
        <translation>Texte dans les coins</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>Text on the image</source>
        <translation>Texte sur l&apos;image</translation>
    </message>
    <message>
        <source>The DICOM object has no image: a report, a presentation state, a structure set.</source>
        <translation>L&apos;objet DICOM n&apos;a pas d&apos;image : un rapport, un état de présentation, un ensemble de structures.</translation>
    </message>
    <message>
        <source>The answer is right  (Ctrl+Shift+Y)</source>
        <translation>La réponse est juste  (Ctrl+Maj+Y)</translation>
    </message>
    <message>
        <source>The answer is wrong  (Ctrl+Shift+N)</source>
        <translation>La réponse est fausse  (Ctrl+Maj+N)</translation>
    </message>
    <message>
        <source>The answer stays closed until you ask: {result_panel} opens the panel, {analyze_image} analyses the image. For research only; images that are not flagged still have to be read.</source>
        <translation>La réponse reste cachée jusqu&apos;à votre demande : {result_panel} ouvre le panneau, {analyze_image} analyse l&apos;image. Pour la recherche uniquement ; les images qui ne sont pas signalées doivent tout de même être lues.</translation>
    </message>
    <message>
        <source>The audit journal as a CSV</source>
        <translation>Le journal d&apos;audit en CSV</translation>
    </message>
    <message>
        <source>The classes that are not ruled out hold the right one in about {share:.0f} of 100 images like those of the calibration.</source>
        <translation>Les classes non exclues contiennent la bonne dans environ {share:.0f} images sur 100 semblables à celles du calibrage.</translation>
    </message>
    <message>
        <source>The cluster has no worker that can take part: there is none, or each has another version, another model, or does not see the folder.</source>
        <translation>La grappe n&apos;a aucun processus qui puisse participer : il n&apos;y en a pas, ou chacun a une autre version, un autre modèle, ou ne voit pas le dossier.</translation>
    </message>
    <message>
        <source>The colours are meant for another profile than sRGB and may look different here.</source>
        <translation>Les couleurs sont prévues pour un autre profil que sRGB et peuvent paraître différentes ici.</translation>
    </message>
    <message>
        <source>The content is none of DICOM, PNG and JPEG, or the path is no plain file.</source>
        <translation>Le contenu n&apos;est ni DICOM, ni PNG, ni JPEG, ou le chemin n&apos;est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>The data are not encoded as the file states; they were read as they are.</source>
        <translation>Les données ne sont pas codées comme le fichier l&apos;indique ; elles ont été lues telles quelles.</translation>
    </message>
    <message>
        <source>The decision by the threshold and the most probable class say different things.</source>
        <translation>La décision par le seuil et la classe la plus probable disent des choses différentes.</translation>
    </message>
    <message>
        <source>The details are in the log; please report them.</source>
        <translation>Les détails sont dans le journal ; veuillez les signaler.</translation>
    </message>
    <message>
        <source>The drive that the file lies on has not answered for a long time.</source>
        <translation>Le lecteur où se trouve le fichier ne répond plus depuis longtemps.</translation>
    </message>
    <message>
        <source>The earlier study of the patient beside the later one, with the series that match</source>
        <translation>L&apos;examen antérieur du patient à côté du plus récent, avec les séries correspondantes</translation>
    </message>
    <message>
        <source>The file asks for more memory, frames or elements than TumorView gives one file.</source>
        <translation>Le fichier demande plus de mémoire, de frames ou d&apos;éléments que TumorView n&apos;en accorde à un fichier.</translation>
    </message>
    <message>
        <source>The file does not keep to the standard or holds more than grey values; it was read as far as it can be trusted.</source>
        <translation>Le fichier ne respecte pas la norme ou contient plus que des niveaux de gris ; il a été lu dans la mesure où l&apos;on peut s&apos;y fier.</translation>
    </message>
    <message>
        <source>The file does not say how the image was made, so nothing vouches that the model is valid for it.</source>
        <translation>Le fichier ne dit pas comment l&apos;image a été faite ; rien ne garantit donc que le modèle soit valable pour elle.</translation>
    </message>
    <message>
        <source>The file does not say how the image was made. That it is {modality} was judged from the picture.</source>
        <translation>Le fichier ne dit pas comment l&apos;image a été faite. Qu&apos;il s&apos;agisse de {modality} a été jugé d&apos;après l&apos;image.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was told from the data.</source>
        <translation>Le fichier n&apos;indique pas sa syntaxe de transfert ; elle a été déduite des données.</translation>
    </message>
    <message>
        <source>The file ends before its content does.</source>
        <translation>Le fichier se termine avant son contenu.</translation>
    </message>
    <message>
        <source>The file has no content.</source>
        <translation>Le fichier est sans contenu.</translation>
    </message>
    <message>
        <source>The file has no frame of that number.</source>
        <translation>Le fichier n&apos;a pas de frame de ce numéro.</translation>
    </message>
    <message>
        <source>The file has no preamble or no file meta information, so it is no complete DICOM file.</source>
        <translation>Le fichier n&apos;a pas de préambule ou de File Meta Information ; ce n&apos;est donc pas un fichier DICOM complet.</translation>
    </message>
    <message>
        <source>The file has overlays; the model was not given them.</source>
        <translation>Le fichier a des overlays ; le modèle ne les a pas reçus.</translation>
    </message>
    <message>
        <source>The file holds fewer frames than it announces; those that are there are shown.</source>
        <translation>Le fichier contient moins de frames qu&apos;il n&apos;en annonce ; celles qui s&apos;y trouvent sont montrées.</translation>
    </message>
    <message>
        <source>The file holds more pixel data than its header describes; what is left was not read.</source>
        <translation>Le fichier contient plus de données de pixels que son en-tête n&apos;en décrit ; le reste n&apos;a pas été lu.</translation>
    </message>
    <message>
        <source>The file is a DICOMDIR, an index of other files.</source>
        <translation>Le fichier est un DICOMDIR, un index d&apos;autres fichiers.</translation>
    </message>
    <message>
        <source>The file is a ZIP archive within a folder or within another archive; it is not unpacked there.</source>
        <translation>Le fichier est une archive ZIP dans un dossier ou dans une autre archive ; elle n&apos;y est pas extraite.</translation>
    </message>
    <message>
        <source>The file is damaged or made to do harm; the other images are not affected.</source>
        <translation>Le fichier est endommagé ou fait pour nuire ; les autres images ne sont pas touchées.</translation>
    </message>
    <message>
        <source>The file is sound, but holds a kind of image that is not read.</source>
        <translation>Le fichier est sain, mais contient un type d&apos;image qui n&apos;est pas lu.</translation>
    </message>
    <message>
        <source>The file says that text which may name the patient is burned into its pixels (Burned In Annotation is YES). It stays in every export, also while identity is hidden.</source>
        <translation>Le fichier indique que du texte pouvant nommer le patient est incrusté dans ses pixels (Burned In Annotation vaut YES). Il reste dans chaque export, même quand l&apos;identité est masquée.</translation>
    </message>
    <message>
        <source>The file states a wrong length of its file meta information; it was read to its end.</source>
        <translation>Le fichier indique une longueur fausse de sa File Meta Information ; elle a été lue jusqu&apos;à sa fin.</translation>
    </message>
    <message>
        <source>The file states a wrong length of its pixel data; all of its frames are there.</source>
        <translation>Le fichier indique une longueur fausse de ses données de pixels ; toutes ses frames sont là.</translation>
    </message>
    <message>
        <source>The file states another modality than the picture looks like.</source>
        <translation>Le fichier indique une autre modalité que celle dont l&apos;image a l&apos;aspect.</translation>
    </message>
    <message>
        <source>The file that is there was not replaced: something in it would have been lost.</source>
        <translation>Le fichier présent n&apos;a pas été remplacé : quelque chose en aurait été perdu.</translation>
    </message>
    <message>
        <source>The file was written to while TumorView read it, so that header and pixels may be of two versions.</source>
        <translation>Le fichier a été écrit pendant que TumorView le lisait ; l&apos;en-tête et les pixels peuvent donc être de deux versions.</translation>
    </message>
    <message>
        <source>The file will name the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>Le fichier nommera le patient. Affichage, Masquer l&apos;identité (Ctrl+H) l&apos;exclut de tout ce qui sort de TumorView.</translation>
    </message>
    <message>
        <source>The file with the key of the pseudonyms cannot be read or made, or holds no secret.</source>
        <translation>Le fichier de la clé des pseudonymes ne peut pas être lu ou créé, ou ne contient pas de secret.</translation>
    </message>
    <message>
        <source>The first one found</source>
        <translation>Le premier trouvé</translation>
    </message>
    <message>
        <source>The folder holds no image that can be read.</source>
        <translation>Le dossier ne contient aucune image lisible.</translation>
    </message>
    <message>
        <source>The folder to scan is not there, is no folder, cannot be listed, or went away meanwhile.</source>
        <translation>Le dossier à traiter est absent, n&apos;est pas un dossier, ne peut pas être listé, ou a disparu entre-temps.</translation>
    </message>
    <message>
        <source>The image alone on the whole screen</source>
        <translation>L&apos;image seule sur tout l&apos;écran</translation>
    </message>
    <message>
        <source>The image as on the screen, to the clipboard</source>
        <translation>L&apos;image telle qu&apos;à l&apos;écran, dans le presse-papiers</translation>
    </message>
    <message>
        <source>The image as shown, as PNG, TIFF or JPEG</source>
        <translation>L&apos;image telle qu&apos;affichée, en PNG, TIFF ou JPEG</translation>
    </message>
    <message>
        <source>The image differs from everything the model learned from.</source>
        <translation>L&apos;image diffère de tout ce que le modèle a appris.</translation>
    </message>
    <message>
        <source>The image has fewer pixels than the model needs for a sound result.</source>
        <translation>L&apos;image a moins de pixels qu&apos;il n&apos;en faut au modèle pour un résultat fiable.</translation>
    </message>
    <message>
        <source>The image has no contrast at all.</source>
        <translation>L&apos;image n&apos;a aucun contraste.</translation>
    </message>
    <message>
        <source>The image is a secondary capture that does not say whether text is burnt into its pixels; it may tell who the patient is.</source>
        <translation>L&apos;image est une capture secondaire qui ne dit pas si du texte est incrusté dans ses pixels ; il peut révéler qui est le patient.</translation>
    </message>
    <message>
        <source>The image is blank.</source>
        <translation>L&apos;image est vide.</translation>
    </message>
    <message>
        <source>The image is in colour; the model was given its brightness.</source>
        <translation>L&apos;image est en couleurs ; le modèle a reçu sa luminosité.</translation>
    </message>
    <message>
        <source>The image is on the clipboard, as on the screen.</source>
        <translation>L&apos;image est dans le presse-papiers, telle qu&apos;à l&apos;écran.</translation>
    </message>
    <message>
        <source>The image is too small for the model.</source>
        <translation>L&apos;image est trop petite pour le modèle.</translation>
    </message>
    <message>
        <source>The image of the series with the highest probability of a tumour</source>
        <translation>L&apos;image de la série avec la probabilité de tumeur la plus élevée</translation>
    </message>
    <message>
        <source>The image on screen</source>
        <translation>L&apos;image à l&apos;écran</translation>
    </message>
    <message>
        <source>The image was compressed with loss, which can change the result.</source>
        <translation>L&apos;image a été compressée avec perte, ce qui peut changer le résultat.</translation>
    </message>
    <message>
        <source>The image with the highest probability  (Ctrl+Shift+B)</source>
        <translation>L&apos;image avec la probabilité la plus élevée  (Ctrl+Maj+B)</translation>
    </message>
    <message numerus="yes">
        <source>The journal has {n} damaged lines; what stood there is not shown.</source>
        <translation>
            <numerusform>Le journal a {n} ligne endommagée ; ce qui s&apos;y trouvait n&apos;est pas montré.</numerusform>
            <numerusform>Le journal a {n} lignes endommagées ; ce qui s&apos;y trouvait n&apos;est pas montré.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal of accepted, rejected and commented results cannot be read or written.</source>
        <translation>Le journal des résultats acceptés, rejetés et commentés ne peut pas être lu ou écrit.</translation>
    </message>
    <message>
        <source>The journal of an earlier scan cannot be used to go on.</source>
        <translation>Le journal d&apos;un traitement précédent ne peut pas servir à la reprise.</translation>
    </message>
    <message>
        <source>The machine has not enough memory for this image or this model.</source>
        <translation>La machine n&apos;a pas assez de mémoire pour cette image ou ce modèle.</translation>
    </message>
    <message>
        <source>The measurements are lost when the image closes: a DICOM report can be about DICOM images only. Copy measurements (Ctrl+Shift+C) takes them as a table.</source>
        <translation>Les mesures sont perdues à la fermeture de l&apos;image : un rapport DICOM ne peut porter que sur des images DICOM. Copier les mesures (Ctrl+Maj+C) les prend sous forme de tableau.</translation>
    </message>
    <message>
        <source>The model could not answer.</source>
        <translation>Le modèle n&apos;a pas pu répondre.</translation>
    </message>
    <message>
        <source>The model does not answer for this image.</source>
        <translation>Le modèle ne répond pas pour cette image.</translation>
    </message>
    <message>
        <source>The model was not validated on this kind of image.</source>
        <translation>Le modèle n&apos;a pas été validé sur ce type d&apos;image.</translation>
    </message>
    <message>
        <source>The model was to be asked about a reformatted image. It has learned images as the scanner made them; what it would say of an interpolated one was never measured.</source>
        <translation>Le modèle devait être interrogé sur une image reformatée. Il a appris des images telles que l&apos;appareil les a faites ; ce qu&apos;il dirait d&apos;une image interpolée n&apos;a jamais été mesuré.</translation>
    </message>
    <message>
        <source>The model was validated on other MR sequences than this one.</source>
        <translation>Le modèle a été validé sur d&apos;autres séquences IRM que celle-ci.</translation>
    </message>
    <message>
        <source>The model&apos;s answer</source>
        <translation>La réponse du modèle</translation>
    </message>
    <message>
        <source>The model&apos;s inputs or outputs are not those that its manifest states.</source>
        <translation>Les entrées ou sorties du modèle ne sont pas celles qu&apos;indique son manifeste.</translation>
    </message>
    <message>
        <source>The numbers of the model&apos;s input gate cannot be used.</source>
        <translation>Les nombres du contrôle d&apos;entrée du modèle sont inutilisables.</translation>
    </message>
    <message>
        <source>The only class that is not ruled out: {name}.</source>
        <translation>La seule classe non exclue : {name}.</translation>
    </message>
    <message>
        <source>The operating system does not let TumorView read the file.</source>
        <translation>Le système d&apos;exploitation ne laisse pas TumorView lire le fichier.</translation>
    </message>
    <message>
        <source>The order of these images is not known by their positions, so neighbours in the list need not be neighbours in the head.</source>
        <translation>L&apos;ordre de ces images n&apos;est pas connu par leurs positions ; des voisines dans la liste ne sont donc pas forcément voisines dans la tête.</translation>
    </message>
    <message>
        <source>The page will name the patient. View, Hide identity (Ctrl+H) leaves that out.</source>
        <translation>La page nommera le patient. Affichage, Masquer l&apos;identité (Ctrl+H) l&apos;omet.</translation>
    </message>
    <message>
        <source>The pane that keys and menus are about; a click does the same</source>
        <translation>Le volet auquel touches et menus s&apos;appliquent ; un clic fait de même</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the birth dates differ.</source>
        <translation>Les identifiants de patient sont les mêmes, mais les dates de naissance diffèrent.</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the names differ.</source>
        <translation>Les identifiants de patient sont les mêmes, mais les noms diffèrent.</translation>
    </message>
    <message>
        <source>The patient IDs differ.</source>
        <translation>Les identifiants de patient diffèrent.</translation>
    </message>
    <message>
        <source>The picture is a mosaic: it shows many slices side by side and is no single slice.</source>
        <translation>L&apos;image est une mosaïque : elle montre de nombreuses coupes côte à côte et n&apos;est pas une coupe unique.</translation>
    </message>
    <message>
        <source>The picture looks like {modality}, but the file states another modality. Check which is right; until then the stricter rules of the two hold.</source>
        <translation>L&apos;image a l&apos;aspect de {modality}, mais le fichier indique une autre modalité. Vérifiez laquelle est juste ; jusque-là, les règles les plus strictes des deux s&apos;appliquent.</translation>
    </message>
    <message>
        <source>The picture shows many slices side by side; the answer holds for none of them.</source>
        <translation>L&apos;image montre de nombreuses coupes côte à côte ; la réponse ne vaut pour aucune d&apos;elles.</translation>
    </message>
    <message>
        <source>The pixel data cannot be decoded: they are damaged, or contradict the header.</source>
        <translation>Les données de pixels ne peuvent pas être décodées : elles sont endommagées ou contredisent l&apos;en-tête.</translation>
    </message>
    <message>
        <source>The pixel data take longer to decode than their size explains.</source>
        <translation>Le décodage des données de pixels prend plus de temps que leur taille ne l&apos;explique.</translation>
    </message>
    <message>
        <source>The plain image and the heatmap side by side, at the same zoom and place</source>
        <translation>L&apos;image nue et la carte de chaleur côte à côte, au même zoom et au même endroit</translation>
    </message>
    <message>
        <source>The process that decoded the pixel data ended. It has been replaced.</source>
        <translation>Le processus qui décodait les données de pixels s&apos;est arrêté. Il a été remplacé.</translation>
    </message>
    <message>
        <source>The rows so far are kept; the scan can be resumed</source>
        <translation>Les lignes déjà faites sont gardées ; le traitement peut être repris</translation>
    </message>
    <message>
        <source>The scan could not go on</source>
        <translation>Le traitement n&apos;a pas pu continuer</translation>
    </message>
    <message>
        <source>The series as a film</source>
        <translation>La série en film</translation>
    </message>
    <message>
        <source>The series does not fill a space evenly: pictures of it in other planes would show what was never measured.</source>
        <translation>La série ne remplit pas un espace régulièrement : des images dans d&apos;autres plans montreraient ce qui n&apos;a jamais été mesuré.</translation>
    </message>
    <message>
        <source>The series of the active pane, and beside it axial, coronal and sagittal</source>
        <translation>La série du volet actif, et à côté axial, coronal et sagittal</translation>
    </message>
    <message>
        <source>The settings file cannot be read, says something unknown, or cannot be written.</source>
        <translation>Le fichier de réglages ne peut pas être lu, dit quelque chose d&apos;inconnu, ou ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The smaller angle of two lines; drag each</source>
        <translation>Le plus petit angle de deux lignes ; glissez chacune</translation>
    </message>
    <message>
        <source>The table of window presets is damaged.</source>
        <translation>La table des préréglages de fenêtrage est endommagée.</translation>
    </message>
    <message>
        <source>The temporary folder has no room for what a ZIP archive holds.</source>
        <translation>Le dossier temporaire n&apos;a pas de place pour le contenu d&apos;une archive ZIP.</translation>
    </message>
    <message>
        <source>The theme of the window is damaged.</source>
        <translation>Le thème de la fenêtre est endommagé.</translation>
    </message>
    <message>
        <source>The two studies have no frame of reference in common. Scroll both to the same place, then link them: Layout, Link by hand.</source>
        <translation>Les deux examens n&apos;ont pas de repère commun. Faites défiler les deux au même endroit, puis liez-les : Disposition, Lier à la main.</translation>
    </message>
    <message>
        <source>The whole image</source>
        <translation>L&apos;image entière</translation>
    </message>
    <message>
        <source>The work was cancelled, as asked.</source>
        <translation>Le travail a été annulé, comme demandé.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Theme, reading, model, files and keys</source>
        <translation>Thème, lecture, modèle, fichiers et touches</translation>
    </message>
    <message>
        <source>There are measurements that are not saved. Save them before the study closes?</source>
        <translation>Des mesures ne sont pas enregistrées. Les enregistrer avant la fermeture de l&apos;examen ?</translation>
    </message>
    <message>
        <source>There is no decoder for the compression of the file.</source>
        <translation>Il n&apos;y a pas de décodeur pour la compression du fichier.</translation>
    </message>
    <message>
        <source>There is no model of that id, or none at all.</source>
        <translation>Il n&apos;y a pas de modèle de cet identifiant, ou aucun.</translation>
    </message>
    <message>
        <source>There is no other study to compare with. Open the prior study as well: it comes into the list beside this one.</source>
        <translation>Il n&apos;y a pas d&apos;autre examen à comparer. Ouvrez aussi l&apos;examen antérieur : il vient dans la liste à côté de celui-ci.</translation>
    </message>
    <message>
        <source>There is no scheduler of a Dask cluster at the address, it asks for other certificates, or the connection to it was lost.</source>
        <translation>Il n&apos;y a pas d&apos;ordonnanceur d&apos;une grappe Dask à cette adresse, il demande d&apos;autres certificats, ou la connexion avec lui a été perdue.</translation>
    </message>
    <message>
        <source>There is nothing to link by hand: that needs two panes whose images say where they lie, and that have no frame of reference in common. Those that have scroll together by themselves (L).</source>
        <translation>Il n&apos;y a rien à lier à la main : il faut deux volets dont les images disent où elles se trouvent et qui n&apos;ont pas de repère commun. Ceux qui en ont un défilent ensemble d&apos;eux-mêmes (L).</translation>
    </message>
    <message>
        <source>They disagree: {sure} suspects a tumour, {other} does not.</source>
        <translation>Ils sont en désaccord : {sure} suspecte une tumeur, {other} non.</translation>
    </message>
    <message>
        <source>This cannot be changed.</source>
        <translation>Cela ne peut pas être modifié.</translation>
    </message>
    <message>
        <source>This choice holds until TumorView is closed.</source>
        <translation>Ce choix vaut jusqu&apos;à la fermeture de TumorView.</translation>
    </message>
    <message>
        <source>This does not look like a brain MR or CT image the model knows.</source>
        <translation>Cela ne ressemble pas à une image cérébrale d&apos;IRM ou de scanner que le modèle connaît.</translation>
    </message>
    <message>
        <source>This image has not been analysed.</source>
        <translation>Cette image n&apos;a pas été analysée.</translation>
    </message>
    <message>
        <source>This is a secondary capture whose file does not say whether text is burned into its pixels (Burned In Annotation is absent). Look whether the image names the patient: burned-in text stays in every export.</source>
        <translation>C&apos;est une capture secondaire dont le fichier ne dit pas si du texte est incrusté dans ses pixels (Burned In Annotation est absent). Regardez si l&apos;image nomme le patient : le texte incrusté reste dans chaque export.</translation>
    </message>
    <message>
        <source>This is a {kind} file. It has no DICOM header.</source>
        <translation>C&apos;est un fichier {kind}. Il n&apos;a pas d&apos;en-tête DICOM.</translation>
    </message>
    <message>
        <source>This model ships no model card.</source>
        <translation>Ce modèle est fourni sans fiche.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Threshold and class disagree</source>
        <translation>Seuil et classe en désaccord</translation>
    </message>
    <message>
        <source>Threshold of the heatmap in hundredths</source>
        <translation>Seuil de la carte de chaleur en centièmes</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Visite de la fenêtre</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>Réessayez ; si cela persiste, signalez-le avec le journal.</translation>
    </message>
    <message>
        <source>Try the sample study</source>
        <translation>Essayer l&apos;examen d&apos;exemple</translation>
    </message>
    <message>
        <source>TumorView recognises a file by its content; the name does not matter.</source>
        <translation>TumorView reconnaît un fichier par son contenu ; le nom n&apos;importe pas.</translation>
    </message>
    <message>
        <source>Tumour (type not judged on CT)</source>
        <translation>Tumeur (type non jugé en scanner)</translation>
    </message>
    <message>
        <source>Tumour (type not judged on MR)</source>
        <translation>Tumeur (type non jugé en IRM)</translation>
    </message>
    <message>
        <source>Tumour suspected</source>
        <translation>Tumeur suspectée</translation>
    </message>
    <message numerus="yes">
        <source>Tumour suspected in {suspected} of {n} images with an answer</source>
        <translation>
            <numerusform>Tumeur suspectée dans {suspected} image avec réponse sur {n}</numerusform>
            <numerusform>Tumeur suspectée dans {suspected} images avec réponse sur {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Two models&apos; answers for the image on screen, side by side</source>
        <translation>Les réponses de deux modèles pour l&apos;image à l&apos;écran, côte à côte</translation>
    </message>
    <message>
        <source>Two rows of one pane</source>
        <translation>Deux rangées d&apos;un volet</translation>
    </message>
    <message>
        <source>Two rows of three panes</source>
        <translation>Deux rangées de trois volets</translation>
    </message>
    <message>
        <source>Two rows of two panes</source>
        <translation>Deux rangées de deux volets</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>Écrivez, puis Entrée</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Annuler : {what}</translation>
    </message>
    <message>
        <source>Unlike the training images</source>
        <translation>Différente des images d&apos;entraînement</translation>
    </message>
    <message>
        <source>Unpack it with its password and open the folder.</source>
        <translation>Extrayez-la avec son mot de passe et ouvrez le dossier.</translation>
    </message>
    <message>
        <source>Unpack it with its password, then open the folder.</source>
        <translation>Extrayez-la avec son mot de passe, puis ouvrez le dossier.</translation>
    </message>
    <message>
        <source>Unset KERAS_BACKEND, or choose the engine onnx.</source>
        <translation>Supprimez KERAS_BACKEND, ou choisissez le moteur onnx.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Utiliser cette touche</translation>
    </message>
    <message>
        <source>VOI LUT Sequence of the file</source>
        <translation>VOI LUT Sequence du fichier</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>Validé sur</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version and hashes as text</source>
        <translation>Version et empreintes en texte</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Viridis (blue, green, yellow)</source>
        <translation>Viridis (bleu, vert, jaune)</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another CSV file.</source>
        <translation>Attendez qu&apos;il soit terminé, ou choisissez un autre fichier CSV.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Attendez qu&apos;il soit terminé.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En attente de son tour</translation>
    </message>
    <message>
        <source>Waiting: failures again</source>
        <translation>En attente : échecs à refaire</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What TumorView is made of. Names, versions and texts come from the packages.</source>
        <translation>De quoi TumorView est fait. Noms, versions et textes viennent des paquets.</translation>
    </message>
    <message>
        <source>What has been read stays open; series that are not complete say so</source>
        <translation>Ce qui a été lu reste ouvert ; les séries incomplètes le disent</translation>
    </message>
    <message>
        <source>What is done so far is kept</source>
        <translation>Ce qui est déjà fait est gardé</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Ce qui est imprimé</translation>
    </message>
    <message>
        <source>What is where, in four steps</source>
        <translation>Où se trouve quoi, en quatre étapes</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu&apos;elle fait</translation>
    </message>
    <message>
        <source>What runs the model; by default TensorFlow where it has a GPU, else ONNX Runtime.</source>
        <translation>Ce qui exécute le modèle ; par défaut TensorFlow s&apos;il a un GPU, sinon ONNX Runtime.</translation>
    </message>
    <message>
        <source>What was asked to run the model is not installed or does not start here.</source>
        <translation>Ce qui devait exécuter le modèle n&apos;est pas installé ou ne démarre pas ici.</translation>
    </message>
    <message>
        <source>What was copied names the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>Ce qui a été copié nomme le patient. Affichage, Masquer l&apos;identité (Ctrl+H) l&apos;exclut de tout ce qui sort de TumorView.</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Wheel under the magnifier</source>
        <translation>Molette sous la loupe</translation>
    </message>
    <message>
        <source>Where the answer is from</source>
        <translation>D&apos;où vient la réponse</translation>
    </message>
    <message>
        <source>Where the heatmap is shown</source>
        <translation>Où la carte de chaleur est affichée</translation>
    </message>
    <message>
        <source>Where the heatmap passes the threshold; not a lesion outline</source>
        <translation>Où la carte de chaleur franchit le seuil ; pas le contour d&apos;une lésion</translation>
    </message>
    <message>
        <source>Where the model saw signs of a tumour; not a lesion outline</source>
        <translation>Où le modèle a vu des signes de tumeur ; pas le contour d&apos;une lésion</translation>
    </message>
    <message>
        <source>Where the slice of the active pane cuts the images of the others</source>
        <translation>Où la coupe du volet actif coupe les images des autres</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Who the patient is</source>
        <translation>Qui est le patient</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Why there is no result</source>
        <translation>Pourquoi il n&apos;y a pas de résultat</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtrage</translation>
    </message>
    <message>
        <source>Window Center and Width of the file</source>
        <translation>Window Center et Width du fichier</translation>
    </message>
    <message>
        <source>Window from the values in a rectangle; Esc gives it up</source>
        <translation>Fenêtrage d&apos;après les valeurs d&apos;un rectangle ; Échap abandonne</translation>
    </message>
    <message>
        <source>Window of the file</source>
        <translation>Fenêtrage du fichier</translation>
    </message>
    <message>
        <source>Window preset</source>
        <translation>Préréglage de fenêtrage</translation>
    </message>
    <message>
        <source>Window preset (keys 1 to 9)</source>
        <translation>Préréglage de fenêtrage (touches 1 à 9)</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Préréglages de fenêtrage</translation>
    </message>
    <message>
        <source>Window together</source>
        <translation>Fenêtrer ensemble</translation>
    </message>
    <message>
        <source>Window, four times as fast</source>
        <translation>Fenêtrage, quatre fois plus vite</translation>
    </message>
    <message>
        <source>Window, zoom, position, rotation and flip</source>
        <translation>Fenêtrage, zoom, position, rotation et retournement</translation>
    </message>
    <message>
        <source>Window: right is wider, up is brighter (lower centre)</source>
        <translation>Fenêtrage : à droite plus large, en haut plus clair (centre plus bas)</translation>
    </message>
    <message>
        <source>With a preview</source>
        <translation>Avec un aperçu</translation>
    </message>
    <message>
        <source>Words of the mark</source>
        <translation>Texte de la marque</translation>
    </message>
    <message>
        <source>Write some, or give a verdict.</source>
        <translation>Écrivez-en un, ou donnez un verdict.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Écrit dans {name}.</translation>
    </message>
    <message>
        <source>Your judgement of this answer</source>
        <translation>Votre jugement</translation>
    </message>
    <message>
        <source>Your own; Default gives the other back</source>
        <translation>La vôtre ; Par défaut rend l&apos;autre</translation>
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
        <translation>Zoomer et déplacer ensemble</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom au pointeur</translation>
    </message>
    <message>
        <source>Zoom {percent:.0%}</source>
        <translation>Zoom {percent:.0%}</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded.</source>
        <translation>`tumorview doctor` liste ce qui peut être décodé.</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded; export the study in one of these.</source>
        <translation>`tumorview doctor` liste ce qui peut être décodé ; exportez l&apos;examen dans l&apos;une de ces formes.</translation>
    </message>
    <message>
        <source>`tumorview doctor` says why; `--engine onnx` works on every machine.</source>
        <translation>`tumorview doctor` dit pourquoi ; `--engine onnx` marche sur toute machine.</translation>
    </message>
    <message>
        <source>`tumorview models` lists what is installed.</source>
        <translation>`tumorview models` liste ce qui est installé.</translation>
    </message>
    <message>
        <source>a DICOM report can be about DICOM images only, and this image is none or has no UIDs</source>
        <translation>un rapport DICOM ne peut porter que sur des images DICOM, et cette image n&apos;en est pas une ou n&apos;a pas d&apos;UID</translation>
    </message>
    <message>
        <source>a JPEG has 1, 3 or 4 components</source>
        <translation>un JPEG a 1, 3 ou 4 composantes</translation>
    </message>
    <message>
        <source>a chunk of the PNG file is damaged</source>
        <translation>un bloc du fichier PNG est endommagé</translation>
    </message>
    <message>
        <source>a comment needs words</source>
        <translation>un commentaire a besoin de mots</translation>
    </message>
    <message>
        <source>a modality has two defaults</source>
        <translation>une modalité a deux valeurs par défaut</translation>
    </message>
    <message>
        <source>a model file must be an ordinary file inside its model folder</source>
        <translation>un fichier de modèle doit être un fichier ordinaire dans son dossier de modèle</translation>
    </message>
    <message>
        <source>a path that is no text</source>
        <translation>un chemin qui n&apos;est pas du texte</translation>
    </message>
    <message>
        <source>a path that is not absolute</source>
        <translation>un chemin qui n&apos;est pas absolu</translation>
    </message>
    <message>
        <source>a preset id is used twice</source>
        <translation>un identifiant de préréglage est utilisé deux fois</translation>
    </message>
    <message>
        <source>acquisition {number}</source>
        <translation>acquisition {number}</translation>
    </message>
    <message>
        <source>an element of the header is too large</source>
        <translation>un élément de l&apos;en-tête est trop grand</translation>
    </message>
    <message>
        <source>an engine needs at least one thread</source>
        <translation>un moteur a besoin d&apos;au moins un thread</translation>
    </message>
    <message numerus="yes">
        <source>and {n} earlier ones</source>
        <translation>
            <numerusform>et {n} antérieur</numerusform>
            <numerusform>et {n} antérieurs</numerusform>
        </translation>
    </message>
    <message>
        <source>angle</source>
        <translation>angle</translation>
    </message>
    <message>
        <source>annotation burnt into the pixels</source>
        <translation>annotation incrustée dans les pixels</translation>
    </message>
    <message>
        <source>another folder with this model id comes first and is the one that is used</source>
        <translation>un autre dossier avec cet identifiant de modèle vient avant et c&apos;est lui qui est utilisé</translation>
    </message>
    <message>
        <source>another scan is writing here</source>
        <translation>un autre traitement écrit ici</translation>
    </message>
    <message>
        <source>another scan is writing here, so its rows cannot be shown yet</source>
        <translation>un autre traitement écrit ici ; ses lignes ne peuvent donc pas encore être montrées</translation>
    </message>
    <message>
        <source>any tumour</source>
        <translation>toute tumeur</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>flèche</translation>
    </message>
    <message>
        <source>at the calibrated depth</source>
        <translation>à la profondeur calibrée</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>au détecteur</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>beyond the zoom range</source>
        <translation>hors des limites du zoom</translation>
    </message>
    <message>
        <source>calibration of the pixel spacing unknown</source>
        <translation>calibrage de l&apos;espacement des pixels inconnu</translation>
    </message>
    <message>
        <source>calibration unknown</source>
        <translation>calibrage inconnu</translation>
    </message>
    <message>
        <source>change the words</source>
        <translation>modifier le texte</translation>
    </message>
    <message>
        <source>change {mark}</source>
        <translation>modifier {mark}</translation>
    </message>
    <message>
        <source>cobb angle</source>
        <translation>angle de Cobb</translation>
    </message>
    <message>
        <source>colour profile other than sRGB</source>
        <translation>profil de couleurs autre que sRGB</translation>
    </message>
    <message>
        <source>compressed pixel data must be encapsulated</source>
        <translation>les données de pixels compressées doivent être encapsulées</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <source>delete all marks of the image</source>
        <translation>supprimer toutes les marques de l&apos;image</translation>
    </message>
    <message>
        <source>delete {mark}</source>
        <translation>supprimer {mark}</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>distance</translation>
    </message>
    <message>
        <source>docs/CONFORMANCE.md lists what is read; export the image in another way.</source>
        <translation>docs/CONFORMANCE.md liste ce qui est lu ; exportez l&apos;image autrement.</translation>
    </message>
    <message>
        <source>draw {mark}</source>
        <translation>dessiner {mark}</translation>
    </message>
    <message>
        <source>echo {number}</source>
        <translation>écho {number}</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>ellipse</translation>
    </message>
    <message>
        <source>encoded otherwise than stated</source>
        <translation>codé autrement qu&apos;indiqué</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>fewer frames than announced</source>
        <translation>moins de frames qu&apos;annoncé</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>nom de fichier</translation>
    </message>
    <message>
        <source>files of a concatenation missing</source>
        <translation>des fichiers d&apos;une concaténation manquent</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>ajusté</translation>
    </message>
    <message>
        <source>flipped horizontally</source>
        <translation>retournée horizontalement</translation>
    </message>
    <message>
        <source>frame of reference {number}</source>
        <translation>repère {number}</translation>
    </message>
    <message>
        <source>freehand region</source>
        <translation>région à main levée</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>plage entière</translation>
    </message>
    <message>
        <source>gantry tilt</source>
        <translation>inclinaison du statif</translation>
    </message>
    <message>
        <source>gap between slices</source>
        <translation>lacune entre les coupes</translation>
    </message>
    <message>
        <source>going from control to control</source>
        <translation>passer d&apos;un contrôle à l&apos;autre</translation>
    </message>
    <message>
        <source>grey values and colours in one image</source>
        <translation>niveaux de gris et couleurs dans une image</translation>
    </message>
    <message>
        <source>has overlays</source>
        <translation>a des overlays</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>image</source>
        <translation>image</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>image {number}</translation>
    </message>
    <message>
        <source>image {number} of {count}</source>
        <translation>image {number} sur {count}</translation>
    </message>
    <message>
        <source>image {number}: {problem}</source>
        <translation>image {number} : {problem}</translation>
    </message>
    <message>
        <source>images of several orientations</source>
        <translation>images de plusieurs orientations</translation>
    </message>
    <message>
        <source>images of several pixel spacings</source>
        <translation>images de plusieurs espacements de pixels</translation>
    </message>
    <message>
        <source>images of several sizes</source>
        <translation>images de plusieurs tailles</translation>
    </message>
    <message>
        <source>images of this Photometric Interpretation are not read</source>
        <translation>les images de cette Photometric Interpretation ne sont pas lues</translation>
    </message>
    <message>
        <source>images {first} to {last}</source>
        <translation>images {first} à {last}</translation>
    </message>
    <message>
        <source>instance number</source>
        <translation>numéro d&apos;instance</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>il est trop long</translation>
    </message>
    <message>
        <source>it was written by another version of TumorView, so its rows cannot be shown</source>
        <translation>il a été écrit par une autre version de TumorView ; ses lignes ne peuvent donc pas être montrées</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>lié</translation>
    </message>
    <message>
        <source>linked by hand, offset {offset} mm</source>
        <translation>lié à la main, décalage {offset} mm</translation>
    </message>
    <message>
        <source>load measurements</source>
        <translation>charger les mesures</translation>
    </message>
    <message>
        <source>more pixel data than described</source>
        <translation>plus de données de pixels que décrit</translation>
    </message>
    <message>
        <source>mosaic of many slices</source>
        <translation>mosaïque de nombreuses coupes</translation>
    </message>
    <message>
        <source>move {mark}</source>
        <translation>déplacer {mark}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>no decoder for this transfer syntax</source>
        <translation>pas de décodeur pour cette syntaxe de transfert</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>aucun modèle n&apos;est installé</translation>
    </message>
    <message>
        <source>no values in the region</source>
        <translation>aucune valeur dans la région</translation>
    </message>
    <message>
        <source>not a list of paths</source>
        <translation>pas une liste de chemins</translation>
    </message>
    <message>
        <source>not all files read</source>
        <translation>tous les fichiers n&apos;ont pas été lus</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>non analysée</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>non calibré</translation>
    </message>
    <message>
        <source>not enough memory for one frame</source>
        <translation>pas assez de mémoire pour une frame</translation>
    </message>
    <message>
        <source>not enough memory for the image</source>
        <translation>pas assez de mémoire pour l&apos;image</translation>
    </message>
    <message>
        <source>not named in the file</source>
        <translation>non nommé dans le fichier</translation>
    </message>
    <message>
        <source>one of several parts of a series</source>
        <translation>une de plusieurs parties d&apos;une série</translation>
    </message>
    <message>
        <source>only JPEG XL has images of this Photometric Interpretation</source>
        <translation>seul JPEG XL a des images de cette Photometric Interpretation</translation>
    </message>
    <message>
        <source>opening a menu</source>
        <translation>ouvrir un menu</translation>
    </message>
    <message>
        <source>orientation unknown</source>
        <translation>orientation inconnue</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>remplissage</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>page {number} sur {count}</translation>
    </message>
    <message>
        <source>pixel spacing is that of the detector</source>
        <translation>l&apos;espacement des pixels est celui du détecteur</translation>
    </message>
    <message>
        <source>pixel spacing unknown</source>
        <translation>espacement des pixels inconnu</translation>
    </message>
    <message>
        <source>position</source>
        <translation>position</translation>
    </message>
    <message>
        <source>pressing the button that has the focus</source>
        <translation>presser le bouton qui a le focus</translation>
    </message>
    <message>
        <source>real size</source>
        <translation>taille réelle</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>rectangle</translation>
    </message>
    <message>
        <source>refused by the model, no number</source>
        <translation>refusée par le modèle, pas de nombre</translation>
    </message>
    <message>
        <source>region</source>
        <translation>région</translation>
    </message>
    <message>
        <source>series {number}</source>
        <translation>série {number}</translation>
    </message>
    <message>
        <source>size of the screen unknown</source>
        <translation>taille de l&apos;écran inconnue</translation>
    </message>
    <message>
        <source>slice spacing other than stated</source>
        <translation>espacement des coupes autre qu&apos;indiqué</translation>
    </message>
    <message>
        <source>something that is no table of TumorView&apos;s has the name that a table beside the CSV needs</source>
        <translation>quelque chose qui n&apos;est pas une table de TumorView porte le nom dont une table à côté du CSV a besoin</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>text may be burnt into the pixels</source>
        <translation>du texte peut être incrusté dans les pixels</translation>
    </message>
    <message>
        <source>the DICOM data set cannot be read to its end</source>
        <translation>le jeu de données DICOM ne peut pas être lu jusqu&apos;à la fin</translation>
    </message>
    <message>
        <source>the DICOM header cannot be read</source>
        <translation>l&apos;en-tête DICOM ne peut pas être lu</translation>
    </message>
    <message>
        <source>the JPEG file ends in the middle of its pixel data</source>
        <translation>le fichier JPEG se termine au milieu de ses données de pixels</translation>
    </message>
    <message>
        <source>the JPEG file ends within its header</source>
        <translation>le fichier JPEG se termine dans son en-tête</translation>
    </message>
    <message>
        <source>the JPEG file has no frame header</source>
        <translation>le fichier JPEG n&apos;a pas d&apos;en-tête de frame</translation>
    </message>
    <message>
        <source>the JPEG header is damaged</source>
        <translation>l&apos;en-tête JPEG est endommagé</translation>
    </message>
    <message>
        <source>the PNG file does not begin with its header chunk</source>
        <translation>le fichier PNG ne commence pas par son bloc d&apos;en-tête</translation>
    </message>
    <message>
        <source>the PNG file ends before its end mark</source>
        <translation>le fichier PNG se termine avant sa marque de fin</translation>
    </message>
    <message>
        <source>the PNG file ends in the middle of a chunk</source>
        <translation>le fichier PNG se termine au milieu d&apos;un bloc</translation>
    </message>
    <message>
        <source>the PNG header makes no sense</source>
        <translation>l&apos;en-tête PNG n&apos;a pas de sens</translation>
    </message>
    <message>
        <source>the archive is encrypted</source>
        <translation>l&apos;archive est chiffrée</translation>
    </message>
    <message>
        <source>the bits beside the pixels are lost in this compression</source>
        <translation>les bits à côté des pixels sont perdus dans cette compression</translation>
    </message>
    <message>
        <source>the data are no bytes</source>
        <translation>les données ne sont pas des octets</translation>
    </message>
    <message>
        <source>the data set is deflated, and where it begins cannot be told</source>
        <translation>le jeu de données est compressé par deflate, et son début ne peut pas être déterminé</translation>
    </message>
    <message>
        <source>the decoder ended while it read the image</source>
        <translation>le décodeur s&apos;est arrêté pendant qu&apos;il lisait l&apos;image</translation>
    </message>
    <message>
        <source>the deflated data set cannot be inflated</source>
        <translation>le jeu de données compressé par deflate ne peut pas être décompressé</translation>
    </message>
    <message>
        <source>the engine was closed</source>
        <translation>le moteur a été fermé</translation>
    </message>
    <message>
        <source>the file changed while it was read</source>
        <translation>le fichier a changé pendant sa lecture</translation>
    </message>
    <message>
        <source>the file ends before its content does</source>
        <translation>le fichier se termine avant son contenu</translation>
    </message>
    <message>
        <source>the file ends in the middle of its deflated data</source>
        <translation>le fichier se termine au milieu de ses données compressées par deflate</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>le fichier est vide</translation>
    </message>
    <message>
        <source>the file of colour tables cannot be read</source>
        <translation>le fichier des tables de couleurs ne peut pas être lu</translation>
    </message>
    <message>
        <source>the file of colour tables does not hold the declared maps</source>
        <translation>le fichier des tables de couleurs ne contient pas les palettes déclarées</translation>
    </message>
    <message>
        <source>the file that is there is no report of marks</source>
        <translation>le fichier présent n&apos;est pas un rapport de marques</translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation>le dossier ne peut pas être lu</translation>
    </message>
    <message>
        <source>the folder has gone while it was scanned</source>
        <translation>le dossier a disparu pendant le traitement</translation>
    </message>
    <message>
        <source>the folder is empty, but the journal of the earlier scan knows files of it</source>
        <translation>le dossier est vide, mais le journal du traitement précédent en connaît des fichiers</translation>
    </message>
    <message>
        <source>the folder to write to is not there</source>
        <translation>le dossier de destination n&apos;existe pas</translation>
    </message>
    <message>
        <source>the image cannot be decoded</source>
        <translation>l&apos;image ne peut pas être décodée</translation>
    </message>
    <message>
        <source>the image takes too long to decode</source>
        <translation>le décodage de l&apos;image prend trop de temps</translation>
    </message>
    <message>
        <source>the measurements cannot be written</source>
        <translation>les mesures ne peuvent pas être écrites</translation>
    </message>
    <message>
        <source>the model folder is not complete, this file is missing</source>
        <translation>le dossier du modèle est incomplet, ce fichier manque</translation>
    </message>
    <message>
        <source>the model gave a value that is not a number, so there are no probabilities</source>
        <translation>le modèle a donné une valeur qui n&apos;est pas un nombre ; il n&apos;y a donc pas de probabilités</translation>
    </message>
    <message>
        <source>the model is not asked about reformatted images: it has learned images as the scanner made them</source>
        <translation>le modèle n&apos;est pas interrogé sur des images reformatées : il a appris des images telles que l&apos;appareil les a faites</translation>
    </message>
    <message>
        <source>the name cannot be opened</source>
        <translation>le nom ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>the network must have exactly one input</source>
        <translation>le réseau doit avoir exactement une entrée</translation>
    </message>
    <message>
        <source>the origin is no pair of numbers</source>
        <translation>l&apos;origine n&apos;est pas une paire de nombres</translation>
    </message>
    <message>
        <source>the overlays cannot be read</source>
        <translation>les overlays ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>the picture cannot be encoded as PNG</source>
        <translation>l&apos;image ne peut pas être codée en PNG</translation>
    </message>
    <message>
        <source>the picture would be too large, because the pixels of the image are so oblong</source>
        <translation>l&apos;image serait trop grande, car ses pixels sont très allongés</translation>
    </message>
    <message>
        <source>the pixel data are encapsulated but the transfer syntax says they are not</source>
        <translation>les données de pixels sont encapsulées, mais la syntaxe de transfert dit le contraire</translation>
    </message>
    <message>
        <source>the printer takes no pages</source>
        <translation>l&apos;imprimante n&apos;accepte pas de pages</translation>
    </message>
    <message>
        <source>the report that is there holds more than TumorView understands</source>
        <translation>le rapport présent contient plus que TumorView n&apos;en comprend</translation>
    </message>
    <message>
        <source>the scan has ended</source>
        <translation>le traitement est terminé</translation>
    </message>
    <message>
        <source>the sequences are nested too deeply</source>
        <translation>les séquences sont imbriquées trop profondément</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: an image has another size than its header said</source>
        <translation>la série ne peut pas être affichée dans d&apos;autres plans : une image a une autre taille que celle de son en-tête</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: it is in colour</source>
        <translation>la série ne peut pas être affichée dans d&apos;autres plans : elle est en couleurs</translation>
    </message>
    <message>
        <source>the slices that this image was reformatted from are not in memory any more</source>
        <translation>les coupes dont cette image a été reformatée ne sont plus en mémoire</translation>
    </message>
    <message>
        <source>the window presets cannot be read</source>
        <translation>les préréglages de fenêtrage ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>there is a file already, and a key is never replaced</source>
        <translation>il y a déjà un fichier, et une clé n&apos;est jamais remplacée</translation>
    </message>
    <message>
        <source>there is no file here</source>
        <translation>il n&apos;y a pas de fichier ici</translation>
    </message>
    <message>
        <source>there is no mark in it that TumorView understands</source>
        <translation>il ne contient aucune marque que TumorView comprenne</translation>
    </message>
    <message>
        <source>there is no model with this id</source>
        <translation>il n&apos;y a pas de modèle de cet identifiant</translation>
    </message>
    <message>
        <source>there is no room to unpack the archive in the temporary folder</source>
        <translation>il n&apos;y a pas de place pour extraire l&apos;archive dans le dossier temporaire</translation>
    </message>
    <message>
        <source>there is no such colour map</source>
        <translation>cette palette n&apos;existe pas</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>il n&apos;y a pas assez de mémoire pour cela</translation>
    </message>
    <message>
        <source>there is not enough memory for the picture</source>
        <translation>il n&apos;y a pas assez de mémoire pour l&apos;image</translation>
    </message>
    <message>
        <source>this DICOM object has no image</source>
        <translation>cet objet DICOM n&apos;a pas d&apos;image</translation>
    </message>
    <message>
        <source>this is a DICOMDIR, an index of other files</source>
        <translation>c&apos;est un DICOMDIR, un index d&apos;autres fichiers</translation>
    </message>
    <message>
        <source>this is a ZIP archive</source>
        <translation>c&apos;est une archive ZIP</translation>
    </message>
    <message>
        <source>this is not a DICOM file</source>
        <translation>ce n&apos;est pas un fichier DICOM</translation>
    </message>
    <message>
        <source>this is not a DICOM structured report</source>
        <translation>ce n&apos;est pas un rapport structuré DICOM</translation>
    </message>
    <message>
        <source>this is not a DICOM, PNG or JPEG file</source>
        <translation>ce n&apos;est pas un fichier DICOM, PNG ou JPEG</translation>
    </message>
    <message>
        <source>this kind of JPEG is not read</source>
        <translation>ce type de JPEG n&apos;est pas lu</translation>
    </message>
    <message>
        <source>this table was made with another model, another key or other options</source>
        <translation>cette table a été faite avec un autre modèle, une autre clé ou d&apos;autres options</translation>
    </message>
    <message>
        <source>time {number}</source>
        <translation>temps {number}</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>vers {name}</translation>
    </message>
    <message>
        <source>transfer syntax told from the data</source>
        <translation>syntaxe de transfert déduite des données</translation>
    </message>
    <message>
        <source>tumour {probability}</source>
        <translation>tumeur {probability}</translation>
    </message>
    <message>
        <source>two files with one SOP Instance UID</source>
        <translation>deux fichiers avec un même SOP Instance UID</translation>
    </message>
    <message>
        <source>two images at one position</source>
        <translation>deux images à une même position</translation>
    </message>
    <message>
        <source>undefined length</source>
        <translation>longueur indéfinie</translation>
    </message>
    <message>
        <source>uneven slice spacing</source>
        <translation>espacement des coupes irrégulier</translation>
    </message>
    <message>
        <source>what the images say of themselves cannot be put into a report</source>
        <translation>ce que les images disent d&apos;elles-mêmes ne peut pas entrer dans un rapport</translation>
    </message>
    <message>
        <source>where the model looked, not a lesion outline</source>
        <translation>où le modèle a regardé, pas le contour d&apos;une lésion</translation>
    </message>
    <message>
        <source>without file meta information</source>
        <translation>sans File Meta Information</translation>
    </message>
    <message>
        <source>wrong length of the file meta information</source>
        <translation>longueur fausse de la File Meta Information</translation>
    </message>
    <message>
        <source>wrong length of the pixel data</source>
        <translation>longueur fausse des données de pixels</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} pixels</translation>
    </message>
    <message>
        <source>{count} failed (crossed boxes)</source>
        <translation>{count} en échec (cases barrées)</translation>
    </message>
    <message>
        <source>{count} not analysed (no mark)</source>
        <translation>{count} non analysées (sans marque)</translation>
    </message>
    <message>
        <source>{count} refused by the model (empty boxes)</source>
        <translation>{count} refusées par le modèle (cases vides)</translation>
    </message>
    <message>
        <source>{distance} mm apart, trilinear</source>
        <translation>espacement {distance} mm, trilinéaire</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} files</source>
        <translation>
            <numerusform>{done} fichier sur {n}</numerusform>
            <numerusform>{done} fichiers sur {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images</source>
        <translation>
            <numerusform>{done} image sur {n}</numerusform>
            <numerusform>{done} images sur {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images were done before.</source>
        <translation>
            <numerusform>{done} image sur {n} était faite auparavant.</numerusform>
            <numerusform>{done} images sur {n} étaient faites auparavant.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file} : {reason}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
    <message numerus="yes">
        <source>{found} of {n} series</source>
        <translation>
            <numerusform>{found} série sur {n}</numerusform>
            <numerusform>{found} séries sur {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>{image}, key image</source>
        <translation>{image}, image clé</translation>
    </message>
    <message>
        <source>{key} is a key of “{action}”, which would lose it.</source>
        <translation>{key} est une touche de « {action} », qui la perdrait.</translation>
    </message>
    <message>
        <source>{key} is for {use}.</source>
        <translation>{key} sert à : {use}.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} est libre.</translation>
    </message>
    <message>
        <source>{legend}. {note}</source>
        <translation>{legend}. {note}</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} Mo</translation>
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
        <translation>{modality} {description}, image {number} sur {count}</translation>
    </message>
    <message>
        <source>{model} (not installed)</source>
        <translation>{model} (non installé)</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} ou {last}</translation>
    </message>
    <message>
        <source>{name} exists and will be replaced.</source>
        <translation>{name} existe et sera remplacé.</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} existe. Le remplacer ?</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} est écrit.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n} octet</numerusform>
            <numerusform>{n} octets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters; at most {most} are kept</source>
        <translation>
            <numerusform>{n} caractère ; {most} au plus sont gardés</numerusform>
            <numerusform>{n} caractères ; {most} au plus sont gardés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} elements</source>
        <translation>
            <numerusform>{n} élément</numerusform>
            <numerusform>{n} éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are written.</source>
        <translation>
            <numerusform>{n} fichier est écrit.</numerusform>
            <numerusform>{n} fichiers sont écrits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>{n} fichier n&apos;a pas pu être lu</numerusform>
            <numerusform>{n} fichiers n&apos;ont pas pu être lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images</source>
        <translation>
            <numerusform>{n} image</numerusform>
            <numerusform>{n} images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images could not be read: {which}</source>
        <translation>
            <numerusform>{n} image n&apos;a pas pu être lue : {which}</numerusform>
            <numerusform>{n} images n&apos;ont pas pu être lues : {which}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks are of images whose SOP Instance UID several files have; they lie on the first of them.</source>
        <translation>
            <numerusform>{n} marque porte sur une image dont plusieurs fichiers ont le SOP Instance UID ; elle est sur le premier.</numerusform>
            <numerusform>{n} marques portent sur des images dont plusieurs fichiers ont le SOP Instance UID ; elles sont sur le premier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks copied.</source>
        <translation>
            <numerusform>{n} marque copiée.</numerusform>
            <numerusform>{n} marques copiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks loaded on {images}.</source>
        <translation>
            <numerusform>{n} marque chargée sur {images}.</numerusform>
            <numerusform>{n} marques chargées sur {images}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks of images that are not open</source>
        <translation>
            <numerusform>{n} marque d&apos;images qui ne sont pas ouvertes</numerusform>
            <numerusform>{n} marques d&apos;images qui ne sont pas ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks saved in {name}.</source>
        <translation>
            <numerusform>{n} marque enregistrée dans {name}.</numerusform>
            <numerusform>{n} marques enregistrées dans {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} matches in {total}</source>
        <translation>
            <numerusform>{n} résultat dans {total}</numerusform>
            <numerusform>{n} résultats dans {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these files exist, {name} among them. Replace them?</source>
        <translation>
            <numerusform>{n} de ces fichiers existe, {name}. Le remplacer ?</numerusform>
            <numerusform>{n} de ces fichiers existent, dont {name}. Les remplacer ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} overlays cannot be read</source>
        <translation>
            <numerusform>{n} overlay ne peut pas être lu</numerusform>
            <numerusform>{n} overlays ne peuvent pas être lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pixels</source>
        <translation>
            <numerusform>{n} pixel</numerusform>
            <numerusform>{n} pixels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans could not go on; the reasons stand in the queue.</source>
        <translation>
            <numerusform>{n} traitement n&apos;a pas pu continuer ; la raison est dans la file.</numerusform>
            <numerusform>{n} traitements n&apos;ont pas pu continuer ; les raisons sont dans la file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans have ended:</source>
        <translation>
            <numerusform>{n} traitement est terminé :</numerusform>
            <numerusform>{n} traitements sont terminés :</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans of the queue have not ended yet: Analysis, Scan a folder.</source>
        <translation>
            <numerusform>{n} traitement de la file n&apos;est pas encore terminé : Analyse, Traiter un dossier.</numerusform>
            <numerusform>{n} traitements de la file ne sont pas encore terminés : Analyse, Traiter un dossier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans wait for you to start the queue.</source>
        <translation>
            <numerusform>{n} traitement attend que vous lanciez la file.</numerusform>
            <numerusform>{n} traitements attendent que vous lanciez la file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} series</source>
        <translation>
            <numerusform>{n} série</numerusform>
            <numerusform>{n} séries</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate}, as the file asks</source>
        <translation>{rate}, comme le fichier le demande</translation>
    </message>
    <message>
        <source>{reason} (received: {value!r})</source>
        <translation>{reason} (reçu : {value!r})</translation>
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
        <translation>{series}, image {number} sur {count}</translation>
    </message>
    <message>
        <source>{shortcuts} shows every key, {settings} every setting. Both can be changed, and this tour is in the menu Help.</source>
        <translation>{shortcuts} montre toutes les touches, {settings} tous les réglages. Les deux peuvent être modifiés, et cette visite se trouve dans le menu Aide.</translation>
    </message>
    <message>
        <source>{size}, {width} × {height} pixels</source>
        <translation>{size}, {width} × {height} pixels</translation>
    </message>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text} ({count} fois)</translation>
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
            <numerusform>{total}, {n} privé est omis</numerusform>
            <numerusform>{total}, {n} privés sont omis</numerusform>
        </translation>
    </message>
    <message>
        <source>{value:.2f} threshold</source>
        <translation>seuil {value:.2f}</translation>
    </message>
    <message>
        <source>{verdict} by {user}</source>
        <translation>{verdict} par {user}</translation>
    </message>
    <message>
        <source>{window}, inverted</source>
        <translation>{window}, inversé</translation>
    </message>
</context>
</TS>
