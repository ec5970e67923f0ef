<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>TumorView</name>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour reaches the threshold. The threshold decides: look closely for a tumour.</source>
        <translation>«{name}» es la clase individual más probable, pero la probabilidad de tumor alcanza el umbral. El umbral decide: busque un tumor con atención.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour stays below the threshold. The threshold decides, but look closely here.</source>
        <translation>«{name}» es la clase individual más probable, pero la probabilidad de tumor queda por debajo del umbral. El umbral decide, pero mire aquí con atención.</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>Aná&amp;lisis</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>Disp&amp;osición</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Medir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>0 none</source>
        <translation>0 ninguno</translation>
    </message>
    <message>
        <source>1 strong</source>
        <translation>1 fuerte</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 a 9</translation>
    </message>
    <message>
        <source>1 × 2: two side by side</source>
        <translation>1 × 2: dos lado a lado</translation>
    </message>
    <message>
        <source>1 × 3: three side by side</source>
        <translation>1 × 3: tres lado a lado</translation>
    </message>
    <message>
        <source>1st to 99th percentile</source>
        <translation>Percentiles 1 a 99</translation>
    </message>
    <message>
        <source>2 × 1: two, one above the other</source>
        <translation>2 × 1: dos, uno sobre otro</translation>
    </message>
    <message>
        <source>2 × 2: four</source>
        <translation>2 × 2: cuatro</translation>
    </message>
    <message>
        <source>2 × 3: six</source>
        <translation>2 × 3: seis</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>A DICOM attribute that the pixels depend on is missing or makes no sense; the sentence names it.</source>
        <translation>Falta un atributo DICOM del que dependen los píxeles, o no tiene sentido; la frase lo nombra.</translation>
    </message>
    <message>
        <source>A ZIP archive asks for a password.</source>
        <translation>Un archivo ZIP pide una contraseña.</translation>
    </message>
    <message>
        <source>A ZIP archive has links, names that lead elsewhere, or files that share their bytes or their name; nothing of it was unpacked.</source>
        <translation>Un archivo ZIP tiene enlaces, nombres que llevan a otro lugar, o ficheros que comparten bytes o nombre; no se extrajo nada de él.</translation>
    </message>
    <message>
        <source>A ZIP archive, or a file in it, is damaged, cut, or compressed in a way that is not read.</source>
        <translation>Un archivo ZIP, o un fichero que contiene, está dañado, cortado o comprimido de una forma que no se lee.</translation>
    </message>
    <message>
        <source>A brain-image workstation that shows what a tumour model sees and how far to trust it.</source>
        <translation>Una estación de imagen cerebral que muestra lo que ve un modelo de tumores y hasta qué punto fiarse de él.</translation>
    </message>
    <message>
        <source>A colour map is missing or damaged.</source>
        <translation>Una tabla de colores falta o está dañada.</translation>
    </message>
    <message>
        <source>A file is no report of measurements that TumorView understands, or the images cannot be put into one.</source>
        <translation>Un fichero no es un informe de mediciones que TumorView entienda, o las imágenes no pueden incluirse en uno.</translation>
    </message>
    <message>
        <source>A file is recognised by its content and not by its name; export it as one of these.</source>
        <translation>Un fichero se reconoce por su contenido y no por su nombre; expórtelo en uno de estos formatos.</translation>
    </message>
    <message>
        <source>A file of the model is missing or cannot be read.</source>
        <translation>Un fichero del modelo falta o no se puede leer.</translation>
    </message>
    <message>
        <source>A file or folder for results cannot be written: full, read-only, missing or in use.</source>
        <translation>No se puede escribir un fichero o carpeta de resultados: lleno, de solo lectura, inexistente o en uso.</translation>
    </message>
    <message>
        <source>A head phantom that ships with TumorView; nobody&apos;s data</source>
        <translation>Un maniquí de cabeza que acompaña a TumorView; no son datos de nadie</translation>
    </message>
    <message>
        <source>A millimetre is as long in every pane</source>
        <translation>Un milímetro mide lo mismo en cada panel</translation>
    </message>
    <message>
        <source>A model file asks for code or files that no model needs; it is not opened.</source>
        <translation>Un fichero de modelo pide código o ficheros que ningún modelo necesita; no se abre.</translation>
    </message>
    <message>
        <source>A model file is not the one that its manifest names (SHA-256); it is not opened.</source>
        <translation>Un fichero de modelo no es el que nombra su manifiesto (SHA-256); no se abre.</translation>
    </message>
    <message>
        <source>A model folder&apos;s manifest is missing, unreadable or says something impossible.</source>
        <translation>El manifiesto de una carpeta de modelo falta, es ilegible o dice algo imposible.</translation>
    </message>
    <message>
        <source>A name cannot begin or end with a full stop.</source>
        <translation>Un nombre no puede empezar ni terminar con un punto.</translation>
    </message>
    <message>
        <source>A name cannot hold control characters.</source>
        <translation>Un nombre no puede contener caracteres de control.</translation>
    </message>
    <message>
        <source>A name cannot hold {character}.</source>
        <translation>Un nombre no puede contener {character}.</translation>
    </message>
    <message>
        <source>A patient ID is missing.</source>
        <translation>Falta un ID de paciente.</translation>
    </message>
    <message>
        <source>A request could not be carried out.</source>
        <translation>No se pudo llevar a cabo una petición.</translation>
    </message>
    <message>
        <source>A result could not be written.</source>
        <translation>No se pudo escribir un resultado.</translation>
    </message>
    <message>
        <source>A scan has not ended. When it is stopped, its rows so far are kept and it can be resumed; the rest of the queue waits.</source>
        <translation>Un procesamiento no ha terminado. Si se detiene, las filas hechas se conservan y se puede reanudar; el resto de la cola espera.</translation>
    </message>
    <message>
        <source>A scan was to use a cluster, and the library for it (Dask) is not installed.</source>
        <translation>Un procesamiento debía usar un clúster, y la biblioteca necesaria (Dask) no está instalada.</translation>
    </message>
    <message>
        <source>A table was to be written as Parquet, and the library for it is not installed.</source>
        <translation>Una tabla debía escribirse como Parquet, y la biblioteca necesaria no está instalada.</translation>
    </message>
    <message>
        <source>AI result</source>
        <translation>Resultado de IA</translation>
    </message>
    <message>
        <source>AVI (Motion JPEG), larger</source>
        <translation>AVI (Motion JPEG), más grande</translation>
    </message>
    <message>
        <source>About TumorView</source>
        <translation>Acerca de TumorView</translation>
    </message>
    <message>
        <source>About the series</source>
        <translation>Sobre la serie</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Accept the answer</source>
        <translation>Aceptar la respuesta</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Número de acceso</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Action or key</source>
        <translation>Acción o tecla</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Añadir a la cola</translation>
    </message>
    <message>
        <source>All actions have their own keys. Restore them in Help, Change keys, or correct the file.</source>
        <translation>Todas las acciones tienen sus propias teclas. Restáurelas en Ayuda, Cambiar teclas, o corrija el fichero.</translation>
    </message>
    <message>
        <source>All cautions</source>
        <translation>Todas las advertencias</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Todas las clases</translation>
    </message>
    <message>
        <source>All measurements of the file are of images that are not open.</source>
        <translation>Todas las mediciones del fichero son de imágenes que no están abiertas.</translation>
    </message>
    <message>
        <source>All settings of the dialog have their defaults; keys and recent files are as they were.</source>
        <translation>Todos los ajustes del diálogo tienen sus valores predeterminados; las teclas y los ficheros recientes siguen como estaban.</translation>
    </message>
    <message>
        <source>All text, no identity, no text</source>
        <translation>Todo el texto, sin identidad, sin texto</translation>
    </message>
    <message>
        <source>All that is measured on the image, as a table</source>
        <translation>Todo lo medido en la imagen, como tabla</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Todos {count}</translation>
    </message>
    <message numerus="yes">
        <source>All {n} files done</source>
        <translation>
            <numerusform>El fichero está hecho</numerusform>
            <numerusform>Los {n} ficheros están hechos</numerusform>
        </translation>
    </message>
    <message>
        <source>Also in another series of the study; from the first to the last</source>
        <translation>También en otra serie del estudio; de la primera a la última</translation>
    </message>
    <message>
        <source>Also in another series of the study; from the last to the first</source>
        <translation>También en otra serie del estudio; de la última a la primera</translation>
    </message>
    <message>
        <source>An image could not be read.</source>
        <translation>No se pudo leer una imagen.</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analizar de nuevo</translation>
    </message>
    <message>
        <source>Analyse an image as soon as it is opened; off: read first.</source>
        <translation>Analizar una imagen en cuanto se abre; desactivado: leer primero.</translation>
    </message>
    <message>
        <source>Analyse every image of a folder and write a CSV</source>
        <translation>Analizar cada imagen de una carpeta y escribir un CSV</translation>
    </message>
    <message>
        <source>Analyse image</source>
        <translation>Analizar imagen</translation>
    </message>
    <message>
        <source>Analyse on opening</source>
        <translation>Analizar al abrir</translation>
    </message>
    <message>
        <source>Analyse series</source>
        <translation>Analizar serie</translation>
    </message>
    <message>
        <source>Analyse the file by itself, with `tumorview analyze`; --retry-failed tries it again.</source>
        <translation>Analice el fichero por separado, con `tumorview analyze`; --retry-failed lo intenta de nuevo.</translation>
    </message>
    <message>
        <source>Analyse with both</source>
        <translation>Analizar con ambos</translation>
    </message>
    <message>
        <source>Analysing the image…</source>
        <translation>Analizando la imagen…</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analizando…</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more.</source>
        <translation>
            <numerusform>Y {n} más.</numerusform>
            <numerusform>Y {n} más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Annotation is burnt into the pixels; it may tell who the patient is.</source>
        <translation>Hay anotaciones incrustadas en los píxeles; pueden revelar quién es el paciente.</translation>
    </message>
    <message>
        <source>Any tumour</source>
        <translation>Cualquier tumor</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Area and pixel values; drag along the outline</source>
        <translation>Área y valores de los píxeles; arrastre a lo largo del contorno</translation>
    </message>
    <message>
        <source>Area and pixel values; drag from corner to corner</source>
        <translation>Área y valores de los píxeles; arrastre de esquina a esquina</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Como en el fichero</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Como en la pantalla</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Ask for one of those that the sentence names.</source>
        <translation>Pida uno de los que nombra la frase.</translation>
    </message>
    <message>
        <source>Ask the model about every image of the series</source>
        <translation>Preguntar al modelo por cada imagen de la serie</translation>
    </message>
    <message>
        <source>Ask the model about the image on screen</source>
        <translation>Preguntar al modelo por la imagen en pantalla</translation>
    </message>
    <message>
        <source>Ask the model second</source>
        <translation>Pregunte al modelo en segundo lugar</translation>
    </message>
    <message>
        <source>Ask where it came from. Unpack it with a program that you trust, and open the folder.</source>
        <translation>Pregunte de dónde vino. Extráigalo con un programa de confianza y abra la carpeta.</translation>
    </message>
    <message>
        <source>Ask where it came from; no program for images makes such archives.</source>
        <translation>Pregunte de dónde vino; ningún programa de imágenes crea tales archivos.</translation>
    </message>
    <message>
        <source>Auto window</source>
        <translation>Ventana automática</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back 10 images</source>
        <translation>10 imágenes atrás</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor predeterminado</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Below it no heatmap is drawn.</source>
        <translation>Por debajo no se dibuja el mapa de calor.</translation>
    </message>
    <message>
        <source>Beside the image</source>
        <translation>Junto a la imagen</translation>
    </message>
    <message>
        <source>Blank image</source>
        <translation>Imagen vacía</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Hueso</translation>
    </message>
    <message>
        <source>Both models suspect a tumour.</source>
        <translation>Ambos modelos sospechan un tumor.</translation>
    </message>
    <message>
        <source>Both models suspect no tumour.</source>
        <translation>Ninguno de los dos modelos sospecha un tumor.</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Cerebro</translation>
    </message>
    <message>
        <source>Broken off when TumorView ended.</source>
        <translation>Interrumpido al terminar TumorView.</translation>
    </message>
    <message>
        <source>Broken off: {files}</source>
        <translation>Interrumpido: {files}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Burned-in annotation: may show who the patient is</source>
        <translation>Anotación incrustada: puede mostrar quién es el paciente</translation>
    </message>
    <message>
        <source>By 90 degrees, for the whole series</source>
        <translation>90 grados, para toda la serie</translation>
    </message>
    <message>
        <source>By position in the patient, for series of one frame of reference</source>
        <translation>Por posición en el paciente, para series de un mismo marco de referencia</translation>
    </message>
    <message>
        <source>By the look of it this is {sequence}; the model was validated on other MR sequences.</source>
        <translation>Por su aspecto es {sequence}; el modelo se validó con otras secuencias de RM.</translation>
    </message>
    <message>
        <source>By the look of the picture it is not clear whether this is MR or CT.</source>
        <translation>Por el aspecto de la imagen no está claro si es RM o TC.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, sequence not clear.</source>
        <translation>Por el aspecto de la imagen: {modality}, secuencia no clara.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, {sequence}.</source>
        <translation>Por el aspecto de la imagen: {modality}, {sequence}.</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}.</source>
        <translation>Por el aspecto de la imagen: {modality}.</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>Fichero CSV</translation>
    </message>
    <message>
        <source>CSV file to write</source>
        <translation>Fichero CSV que se escribirá</translation>
    </message>
    <message>
        <source>Calibrated probabilities</source>
        <translation>Probabilidades calibradas</translation>
    </message>
    <message>
        <source>Calibrated probabilities:</source>
        <translation>Probabilidades calibradas:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cannot tell apart: {names}.</source>
        <translation>No se pueden distinguir: {names}.</translation>
    </message>
    <message>
        <source>Cause: {cause}</source>
        <translation>Causa: {cause}</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Caution about burned-in text</source>
        <translation>Advertencia sobre texto incrustado</translation>
    </message>
    <message>
        <source>Caution about identity</source>
        <translation>Advertencia sobre la identidad</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Change its words</source>
        <translation>Cambiar su texto</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
    <message>
        <source>Check its name, the drive, and that you may read it; --resume goes on where it stopped.</source>
        <translation>Compruebe su nombre, la unidad y que puede leerla; --resume continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation>Compruebe que sigue ahí y que puede leerlo.</translation>
    </message>
    <message>
        <source>Check that it is still there.</source>
        <translation>Compruebe que sigue ahí.</translation>
    </message>
    <message>
        <source>Check that there is room and that you may write there; `tumorview doctor` names the folder.</source>
        <translation>Compruebe que hay espacio y que puede escribir allí; `tumorview doctor` nombra la carpeta.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Compruebe que puede leerlo.</translation>
    </message>
    <message>
        <source>Check the address and that the scheduler runs; --resume goes on where the scan stopped.</source>
        <translation>Compruebe la dirección y que el planificador está en marcha; --resume continúa donde se detuvo el procesamiento.</translation>
    </message>
    <message>
        <source>Check the drive or the network, then open the file again.</source>
        <translation>Compruebe la unidad o la red y abra el fichero de nuevo.</translation>
    </message>
    <message>
        <source>Check the model with: tumorview doctor</source>
        <translation>Compruebe el modelo con: tumorview doctor</translation>
    </message>
    <message>
        <source>Check the permissions of the model folder.</source>
        <translation>Compruebe los permisos de la carpeta del modelo.</translation>
    </message>
    <message>
        <source>Choose a DICOM structured report of measurements (TID 1500).</source>
        <translation>Elija un informe estructurado DICOM de mediciones (TID 1500).</translation>
    </message>
    <message>
        <source>Choose a file in a folder that exists.</source>
        <translation>Elija un fichero en una carpeta existente.</translation>
    </message>
    <message>
        <source>Choose a folder that can be written and has room.</source>
        <translation>Elija una carpeta en la que se pueda escribir y haya espacio.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Elija una carpeta existente en la que pueda escribir.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room.</source>
        <translation>Elija una carpeta existente en la que se pueda escribir y haya espacio.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room; what was finished is kept for --resume.</source>
        <translation>Elija una carpeta existente en la que se pueda escribir y haya espacio; lo terminado se guarda para --resume.</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>Elija una carpeta existente.</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>Elija una carpeta de destino.</translation>
    </message>
    <message>
        <source>Choose a folder with DICOM, PNG or JPEG files.</source>
        <translation>Elija una carpeta con ficheros DICOM, PNG o JPEG.</translation>
    </message>
    <message>
        <source>Choose an action, then press the key that it is to have.</source>
        <translation>Elija una acción y pulse la tecla que ha de tener.</translation>
    </message>
    <message>
        <source>Choose another CSV file, or make this one anew with tumorview scan.</source>
        <translation>Elija otro fichero CSV, o haga este de nuevo con tumorview scan.</translation>
    </message>
    <message>
        <source>Choose another engine or another model.</source>
        <translation>Elija otro motor u otro modelo.</translation>
    </message>
    <message>
        <source>Choose another format, or the size of the screen.</source>
        <translation>Elija otro formato, o el tamaño de la pantalla.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation>Elija otro lugar e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Elija otro valor.</translation>
    </message>
    <message>
        <source>Choose the CSV file</source>
        <translation>Elegir el fichero CSV</translation>
    </message>
    <message>
        <source>Choose the device cpu or the engine onnx.</source>
        <translation>Elija el dispositivo cpu o el motor onnx.</translation>
    </message>
    <message>
        <source>Choose the folder of a study.</source>
        <translation>Elija la carpeta de un estudio.</translation>
    </message>
    <message>
        <source>Choose the folder to scan</source>
        <translation>Elegir la carpeta que se procesará</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Elegir la carpeta de destino</translation>
    </message>
    <message>
        <source>Choose the other format of films, or another folder.</source>
        <translation>Elija el otro formato de película, u otra carpeta.</translation>
    </message>
    <message>
        <source>Choose the size of the screen.</source>
        <translation>Elija el tamaño de la pantalla.</translation>
    </message>
    <message>
        <source>Chosen for a sensitivity of {sensitivity:.1f} % and a specificity of {specificity:.1f} % on: {images}.</source>
        <translation>Elegido para una sensibilidad del {sensitivity:.1f} % y una especificidad del {specificity:.1f} % en: {images}.</translation>
    </message>
    <message>
        <source>Cine {rate:.3g}/s</source>
        <translation>Cine {rate:.3g}/s</translation>
    </message>
    <message>
        <source>Cividis (blue, grey, yellow)</source>
        <translation>Cividis (azul, gris, amarillo)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Class of the heatmap</source>
        <translation>Clase del mapa de calor</translation>
    </message>
    <message>
        <source>Click a place, then type</source>
        <translation>Haga clic en un lugar y escriba</translation>
    </message>
    <message>
        <source>Click an end, the vertex, the other end</source>
        <translation>Haga clic en un extremo, el vértice y el otro extremo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Cerrar todos los estudios</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close other programs, or scan with fewer --workers.</source>
        <translation>Cierre otros programas, o use menos --workers.</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Cerrar estudio</translation>
    </message>
    <message>
        <source>Close the other studies</source>
        <translation>Cerrar los demás estudios</translation>
    </message>
    <message>
        <source>Close this study</source>
        <translation>Cerrar este estudio</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Ángulo de Cobb</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Código: {code}</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Contraer todo</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Colour converted</source>
        <translation>Color convertido</translation>
    </message>
    <message>
        <source>Colour map of the heatmap</source>
        <translation>Paleta del mapa de calor</translation>
    </message>
    <message>
        <source>Colour map that heatmaps are drawn with.</source>
        <translation>Paleta con la que se dibujan los mapas de calor.</translation>
    </message>
    <message>
        <source>Colour scale from 0, no evidence, to 1, strong evidence</source>
        <translation>Escala de color de 0, sin indicios, a 1, indicios fuertes</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Colours of the window; system follows the desktop. Images stay on black.</source>
        <translation>Colores de la ventana; sistema sigue al escritorio. Las imágenes quedan sobre negro.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Comment on the result, without names of patients</source>
        <translation>Comentario sobre el resultado, sin nombres de pacientes</translation>
    </message>
    <message>
        <source>Comment; no names</source>
        <translation>Comentario; sin nombres</translation>
    </message>
    <message>
        <source>Compare these two studies all the same?</source>
        <translation>¿Comparar de todos modos estos dos estudios?</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>Comparar dos modelos</translation>
    </message>
    <message>
        <source>Compare with another model…</source>
        <translation>Comparar con otro modelo…</translation>
    </message>
    <message>
        <source>Compare with the prior study</source>
        <translation>Comparar con el estudio previo</translation>
    </message>
    <message>
        <source>Connect the drive again and go on with --resume; what was finished is kept.</source>
        <translation>Conecte de nuevo la unidad y continúe con --resume; lo terminado se conserva.</translation>
    </message>
    <message>
        <source>Connect the drive that it lies on, or scan without --resume.</source>
        <translation>Conecte la unidad en la que está, o trabaje sin --resume.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy facts</source>
        <translation>Copiar datos</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <translation>Cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>Copy measurements</source>
        <translation>Copiar mediciones</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Copiar filas</translation>
    </message>
    <message>
        <source>Copy the file again from where it came from.</source>
        <translation>Copie de nuevo el fichero desde su origen.</translation>
    </message>
    <message>
        <source>Copy the measurements as a table: Measure &gt; Copy measurements.</source>
        <translation>Copie las mediciones como tabla: Medir &gt; Copiar mediciones.</translation>
    </message>
    <message>
        <source>Copy them as a table: Measure &gt; Copy measurements.</source>
        <translation>Cópielas como tabla: Medir &gt; Copiar mediciones.</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>Copiar este mensaje</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar valor</translation>
    </message>
    <message>
        <source>Correct or delete it; TumorView then starts with its own settings.</source>
        <translation>Corríjalo o bórrelo; TumorView arranca entonces con sus propios ajustes.</translation>
    </message>
    <message>
        <source>Ctrl + Shift + left drag</source>
        <translation>Ctrl + Mayús + arrastrar con el botón izquierdo</translation>
    </message>
    <message>
        <source>Ctrl + left drag</source>
        <translation>Ctrl + arrastrar con el botón izquierdo</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rueda</translation>
    </message>
    <message>
        <source>Current {date}</source>
        <translation>Actual {date}</translation>
    </message>
    <message>
        <source>DICOM (MR, CT, multi-frame), PNG and JPEG</source>
        <translation>DICOM (RM, TC, multiframe), PNG y JPEG</translation>
    </message>
    <message>
        <source>DICOM header</source>
        <translation>Cabecera DICOM</translation>
    </message>
    <message>
        <source>DICOM header…</source>
        <translation>Cabecera DICOM…</translation>
    </message>
    <message>
        <source>DICOM overlays</source>
        <translation>Overlays DICOM</translation>
    </message>
    <message>
        <source>DICOM structured report (*.dcm);;All files (*)</source>
        <translation>Informe estructurado DICOM (*.dcm);;Todos los ficheros (*)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>Elementos de datos</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Default of {setting}</source>
        <translation>Valor predeterminado de {setting}</translation>
    </message>
    <message>
        <source>Delete all marks of the image</source>
        <translation>Borrar todas las marcas de la imagen</translation>
    </message>
    <message>
        <source>Delete it, or choose another CSV file.</source>
        <translation>Bórrelo, o elija otro fichero CSV.</translation>
    </message>
    <message>
        <source>Delete the selected mark</source>
        <translation>Borrar la marca seleccionada</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Do not use it, and ask where it came from.</source>
        <translation>No lo use y pregunte de dónde vino.</translation>
    </message>
    <message>
        <source>Does all files again and replaces the table</source>
        <translation>Hace de nuevo todos los ficheros y reemplaza la tabla</translation>
    </message>
    <message>
        <source>Does the files again that failed; the others stay</source>
        <translation>Hace de nuevo los ficheros fallidos; los demás quedan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed</source>
        <translation>Hecho: {analysed} analizadas</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed, {failed} failed</source>
        <translation>Hecho: {analysed} analizadas, {failed} fallidas</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Double click on an arrow or text</source>
        <translation>Doble clic en una flecha o un texto</translation>
    </message>
    <message>
        <source>Drag a series from the list</source>
        <translation>Arrastrar una serie de la lista</translation>
    </message>
    <message>
        <source>Drag a series here from the list, or make this the active pane and choose one.</source>
        <translation>Arrastre aquí una serie de la lista, o active este panel y elija una.</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>Arrastre de extremo a extremo, o haga clic en ambos</translation>
    </message>
    <message>
        <source>Drag from the tip to the tail, then type what it says</source>
        <translation>Arrastre de la punta a la cola y escriba lo que dice</translation>
    </message>
    <message>
        <source>Drag with the left button for the window, turn the wheel for the slices, drag with the right button to zoom. The keys 1 to 9 are window presets, {reset} brings the image back.</source>
        <translation>Arrastre con el botón izquierdo para la ventana, gire la rueda para los cortes, arrastre con el botón derecho para el zoom. Las teclas 1 a 9 son ventanas predefinidas, {reset} restablece la imagen.</translation>
    </message>
    <message>
        <source>Dragging up raises the window centre in place of lowering it.</source>
        <translation>Arrastrar hacia arriba sube el centro de la ventana en vez de bajarlo.</translation>
    </message>
    <message>
        <source>Draw a line where the heatmap passes its threshold.</source>
        <translation>Dibujar una línea donde el mapa de calor cruza su umbral.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dibujando…</translation>
    </message>
    <message>
        <source>Drop a folder or files anywhere on the window, or open them here ({open_folder}). The sample study in the menu File is nobody&apos;s data.</source>
        <translation>Suelte una carpeta o ficheros en cualquier parte de la ventana, o ábralos aquí ({open_folder}). El estudio de ejemplo del menú Archivo no son datos de nadie.</translation>
    </message>
    <message>
        <source>Drop a study folder, a ZIP archive or images here</source>
        <translation>Suelte aquí una carpeta de estudio, un archivo ZIP o imágenes</translation>
    </message>
    <message>
        <source>Each model has its own classes, threshold and calibration: their numbers are not on one scale, and two that agree are no proof, least of all where they learned from the same images. A model without a threshold suspects a tumour from 50 % on.</source>
        <translation>Cada modelo tiene sus propias clases, umbral y calibración: sus números no están en una misma escala, y que dos coincidan no es prueba, menos aún si aprendieron de las mismas imágenes. Un modelo sin umbral sospecha un tumor a partir del 50 %.</translation>
    </message>
    <message>
        <source>Each of the workers that were given the file ended: it may have been made to do harm, or ask for more memory than a worker has.</source>
        <translation>Cada uno de los procesos que recibieron el fichero terminó: puede estar hecho para causar daño, o pedir más memoria de la que tiene un proceso.</translation>
    </message>
    <message>
        <source>Earlier judgements of this image</source>
        <translation>Juicios anteriores de esta imagen</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Empty pane</source>
        <translation>Panel vacío</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Engine and device of the model</source>
        <translation>Motor y dispositivo del modelo</translation>
    </message>
    <message>
        <source>Enlarges what lies under the pointer; tap the key to switch it, or hold it for a look</source>
        <translation>Amplía lo que está bajo el puntero; toque la tecla para activarla, o manténgala para un vistazo</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>Cada cambio se aplica al momento.</translation>
    </message>
    <message>
        <source>Every data element of the file whose image is on screen</source>
        <translation>Cada elemento de datos del fichero cuya imagen está en pantalla</translation>
    </message>
    <message>
        <source>Double-click a line, or press Enter, to open the image in the viewer</source>
        <translation>Haga doble clic en una línea, o pulse Intro, para abrir la imagen</translation>
    </message>
    <message>
        <source>Earlier in the queue</source>
        <translation>Antes en la cola</translation>
    </message>
    <message>
        <source>Every image of the folder and its subfolders gets a row in the CSV; a file that cannot be read gets a row with the reason. Scans run one after the other.</source>
        <translation>Cada imagen de la carpeta y sus subcarpetas recibe una fila en el CSV; un fichero que no se puede leer recibe una fila con el motivo. Los procesamientos se hacen uno tras otro.</translation>
    </message>
    <message>
        <source>Every image of the series as shown, a file each</source>
        <translation>Cada imagen de la serie como se muestra, un fichero por imagen</translation>
    </message>
    <message>
        <source>Every image of the series, a file each</source>
        <translation>Cada imagen de la serie, un fichero por imagen</translation>
    </message>
    <message>
        <source>Every mark of the study, as a DICOM structured report</source>
        <translation>Cada marca del estudio, como informe estructurado DICOM</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Indicios</translation>
    </message>
    <message>
        <source>Exchange black and white</source>
        <translation>Intercambiar blanco y negro</translation>
    </message>
    <message>
        <source>Exchange left and right on the screen, for the whole series</source>
        <translation>Intercambiar izquierda y derecha en la pantalla, para toda la serie</translation>
    </message>
    <message>
        <source>Exchange top and bottom on the screen, for the whole series</source>
        <translation>Intercambiar arriba y abajo en la pantalla, para toda la serie</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Expandir todo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export a film of the series…</source>
        <translation>Exportar una película de la serie…</translation>
    </message>
    <message>
        <source>Export image…</source>
        <translation>Exportar imagen…</translation>
    </message>
    <message>
        <source>Export judgements</source>
        <translation>Exportar juicios</translation>
    </message>
    <message>
        <source>Export judgements…</source>
        <translation>Exportar juicios…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>Exportar serie…</translation>
    </message>
    <message>
        <source>Export the study again. If that does not help, report it to the maker of the device.</source>
        <translation>Exporte el estudio de nuevo. Si no ayuda, comuníquelo al fabricante del equipo.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichero</translation>
    </message>
    <message>
        <source>File LUT {number}</source>
        <translation>LUT del fichero {number}</translation>
    </message>
    <message>
        <source>File and place in the series</source>
        <translation>Fichero y lugar en la serie</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Formato de fichero</translation>
    </message>
    <message>
        <source>File limits</source>
        <translation>Límites de los ficheros</translation>
    </message>
    <message>
        <source>File window {number}</source>
        <translation>Ventana del fichero {number}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Fichero: {name}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Ficheros</translation>
    </message>
    <message>
        <source>Files and folders opened lately, latest first.</source>
        <translation>Ficheros y carpetas abiertos últimamente, el último primero.</translation>
    </message>
    <message>
        <source>Files being read</source>
        <translation>Ficheros que se están leyendo</translation>
    </message>
    <message>
        <source>Files that are done and have not changed are not done again</source>
        <translation>Los ficheros hechos y sin cambios no se hacen de nuevo</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Ficheros que no se pudieron leer</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Película</translation>
    </message>
    <message>
        <source>Find study or series…</source>
        <translation>Buscar estudio o serie…</translation>
    </message>
    <message>
        <source>First image</source>
        <translation>Primera imagen</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Primer modelo</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fijas</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Voltear horizontalmente</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Voltear verticalmente</translation>
    </message>
    <message>
        <source>Flipped horizontally</source>
        <translation>Volteada horizontalmente</translation>
    </message>
    <message>
        <source>Flipped vertically</source>
        <translation>Volteada verticalmente</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Folder to scan</source>
        <translation>Carpeta que se procesará</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Carpeta de destino</translation>
    </message>
    <message>
        <source>Folder with DICOM, PNG or JPEG images</source>
        <translation>Carpeta con imágenes DICOM, PNG o JPEG</translation>
    </message>
    <message>
        <source>For a study of another day: show the same place in both, then link</source>
        <translation>Para un estudio de otro día: muestre el mismo lugar en ambos y vincule</translation>
    </message>
    <message>
        <source>For series of one modality and unit; for MR also of one sequence</source>
        <translation>Para series de una modalidad y unidad; en RM también de una secuencia</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Forward 10 images</source>
        <translation>10 imágenes adelante</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Free some space there, or unpack it elsewhere and open the folder.</source>
        <translation>Libere espacio allí, o extráigalo en otro lugar y abra la carpeta.</translation>
    </message>
    <message>
        <source>Free some space there, or unpack the archive elsewhere and open the folder.</source>
        <translation>Libere espacio allí, o extraiga el archivo en otro lugar y abra la carpeta.</translation>
    </message>
    <message>
        <source>Free some space, close the program that has it open, or choose another place.</source>
        <translation>Libere espacio, cierre el programa que lo tiene abierto, o elija otro lugar.</translation>
    </message>
    <message>
        <source>Free some space, or check that you may write there, and judge again.</source>
        <translation>Libere espacio, o compruebe que puede escribir allí, y juzgue de nuevo.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>Libere espacio, o elija otro disco.</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Región a mano alzada</translation>
    </message>
    <message>
        <source>From a reformatted image back to the slices of the scanner</source>
        <translation>De una imagen reformateada a los cortes del equipo</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Give a folder that exists and that you may read.</source>
        <translation>Indique una carpeta existente que pueda leer.</translation>
    </message>
    <message>
        <source>Give actions keys of your own</source>
        <translation>Dar a las acciones teclas propias</translation>
    </message>
    <message>
        <source>Give every action the keys that it came with</source>
        <translation>Dar a cada acción las teclas con que vino</translation>
    </message>
    <message>
        <source>Give every setting of this dialog its default; keys stay</source>
        <translation>Dar a cada ajuste de este diálogo su valor predeterminado; las teclas quedan</translation>
    </message>
    <message>
        <source>Give the action the keys that it came with</source>
        <translation>Dar a la acción las teclas con que vino</translation>
    </message>
    <message>
        <source>Give the action this key alone</source>
        <translation>Dar a la acción solo esta tecla</translation>
    </message>
    <message>
        <source>Give the action this key beside those that it has</source>
        <translation>Dar a la acción esta tecla además de las que tiene</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Dé un nombre al fichero.</translation>
    </message>
    <message>
        <source>Glioma</source>
        <translation>Glioma</translation>
    </message>
    <message>
        <source>Go on from the earlier scan</source>
        <translation>Continuar el procesamiento anterior</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Continuar en segundo plano</translation>
    </message>
    <message>
        <source>Go to image</source>
        <translation>Ir a la imagen</translation>
    </message>
    <message>
        <source>Go to the highest</source>
        <translation>Ir a la más alta</translation>
    </message>
    <message>
        <source>Go to the highest probability</source>
        <translation>Ir a la probabilidad más alta</translation>
    </message>
    <message>
        <source>Graphics and regions that the file draws over its image</source>
        <translation>Gráficos y regiones que el fichero dibuja sobre su imagen</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Head and neck</source>
        <translation>Cabeza y cuello</translation>
    </message>
    <message>
        <source>Heat below it is not drawn</source>
        <translation>Los valores inferiores no se dibujan</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Heatmap beside the image</source>
        <translation>Mapa de calor junto a la imagen</translation>
    </message>
    <message>
        <source>Heatmap colours</source>
        <translation>Colores del mapa de calor</translation>
    </message>
    <message>
        <source>Heatmap contour</source>
        <translation>Contorno del mapa de calor</translation>
    </message>
    <message>
        <source>Heatmap for {name}, drawn from {threshold:.2f} on: {note}</source>
        <translation>Mapa de calor para {name}, dibujado desde {threshold:.2f}: {note}</translation>
    </message>
    <message>
        <source>Heatmap for {name}: {note}</source>
        <translation>Mapa de calor para {name}: {note}</translation>
    </message>
    <message>
        <source>Heatmap opacity</source>
        <translation>Opacidad del mapa de calor</translation>
    </message>
    <message>
        <source>Heatmap threshold</source>
        <translation>Umbral del mapa de calor</translation>
    </message>
    <message>
        <source>Hide identity</source>
        <translation>Ocultar identidad</translation>
    </message>
    <message>
        <source>Hide who the patient is on screen, in titles and exports.</source>
        <translation>Ocultar quién es el paciente en pantalla, en títulos y exportaciones.</translation>
    </message>
    <message>
        <source>Hide who the patient is: on the image and in the window title</source>
        <translation>Ocultar quién es el paciente: en la imagen y en el título de la ventana</translation>
    </message>
    <message>
        <source>Highest probability: image {number}, {probability}.</source>
        <translation>Probabilidad más alta: imagen {number}, {probability}.</translation>
    </message>
    <message>
        <source>Holds the scan where it is; model and memory stay in use, and the queue waits. To let go of them, stop it: it can be resumed later.</source>
        <translation>Detiene el procesamiento donde está; el modelo y la memoria siguen en uso y la cola espera. Para liberarlos, deténgalo: se puede reanudar más tarde.</translation>
    </message>
    <message>
        <source>How strong the evidence is</source>
        <translation>Cuán fuertes son los indicios</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Identity is hidden in the whole application (View, Hide identity)</source>
        <translation>La identidad está oculta en toda la aplicación (Ver, Ocultar identidad)</translation>
    </message>
    <message>
        <source>If you trust the file, raise the limits: `--limits N`, or `file_limits` in the settings. Else export it in parts; docs/CONFORMANCE.md states the limits.</source>
        <translation>Si confía en el fichero, suba los límites: `--limits N`, o `file_limits` en los ajustes. Si no, expórtelo por partes; docs/CONFORMANCE.md indica los límites.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Image alone</source>
        <translation>Solo la imagen</translation>
    </message>
    <message>
        <source>Image and model result</source>
        <translation>Imagen y resultado del modelo</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer</source>
        <translation>Imagen y respuesta del modelo</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page</source>
        <translation>Imagen y respuesta del modelo en una página</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page, as PDF</source>
        <translation>Imagen y respuesta del modelo en una página, como PDF</translation>
    </message>
    <message>
        <source>Image with heatmap</source>
        <translation>Imagen con mapa de calor</translation>
    </message>
    <message>
        <source>Image {number} / {count}</source>
        <translation>Imagen {number} / {count}</translation>
    </message>
    <message>
        <source>Image {number} cannot be read: {problem}</source>
        <translation>La imagen {number} no se puede leer: {problem}</translation>
    </message>
    <message>
        <source>Image {number} of {count}</source>
        <translation>Imagen {number} de {count}</translation>
    </message>
    <message>
        <source>Image {number}: {said}</source>
        <translation>Imagen {number}: {said}</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}</source>
        <translation>Imagen, panel {number} de {count}</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}, active</source>
        <translation>Imagen, panel {number} de {count}, activo</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>Imágenes por segundo</translation>
    </message>
    <message>
        <source>Images without a study</source>
        <translation>Imágenes sin estudio</translation>
    </message>
    <message>
        <source>In English: {sentence}</source>
        <translation>En inglés: {sentence}</translation>
    </message>
    <message>
        <source>In several panes: all go to the point under the pointer</source>
        <translation>En varios paneles: todos van al punto bajo el puntero</translation>
    </message>
    <message>
        <source>In the active pane, interpolated between the slices</source>
        <translation>En el panel activo, interpolado entre los cortes</translation>
    </message>
    <message>
        <source>Inferno (black, red, yellow)</source>
        <translation>Inferno (negro, rojo, amarillo)</translation>
    </message>
    <message>
        <source>Install TumorView again.</source>
        <translation>Instale TumorView de nuevo.</translation>
    </message>
    <message>
        <source>Install it (pip install &apos;tumorview[parquet]&apos;), or leave out --parquet.</source>
        <translation>Instálela (pip install &apos;tumorview[parquet]&apos;), o prescinda de --parquet.</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;tumorview[keras]&quot;, or with &quot;tumorview[cuda]&quot; for an NVIDIA GPU on Linux; or choose the engine onnx.</source>
        <translation>Instálelo con: pip install &quot;tumorview[keras]&quot;, o con &quot;tumorview[cuda]&quot; para una GPU NVIDIA en Linux; o elija el motor onnx.</translation>
    </message>
    <message>
        <source>Install it with: pip install onnxruntime</source>
        <translation>Instálelo con: pip install onnxruntime</translation>
    </message>
    <message>
        <source>Install the CUDA libraries with: pip install &quot;tumorview[cuda]&quot;.</source>
        <translation>Instale las bibliotecas CUDA con: pip install &quot;tumorview[cuda]&quot;.</translation>
    </message>
    <message>
        <source>Install the extra `cluster`, on every machine that takes part, or leave out --cluster.</source>
        <translation>Instale el extra `cluster` en cada equipo que participe, o prescinda de --cluster.</translation>
    </message>
    <message>
        <source>Install the extra `parquet`, or do without it: the CSV holds the same.</source>
        <translation>Instale el extra `parquet`, o prescinda de él: el CSV contiene lo mismo.</translation>
    </message>
    <message>
        <source>Install the model folder again from where it came.</source>
        <translation>Instale de nuevo la carpeta del modelo desde su origen.</translation>
    </message>
    <message>
        <source>Install the model folder again, or update TensorFlow.</source>
        <translation>Instale de nuevo la carpeta del modelo, o actualice TensorFlow.</translation>
    </message>
    <message>
        <source>Install the model folder again, or update onnxruntime.</source>
        <translation>Instale de nuevo la carpeta del modelo, o actualice onnxruntime.</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>Uso previsto</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model</source>
        <translation>Uso previsto, límites y cifras del modelo</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model in use</source>
        <translation>Uso previsto, límites y cifras del modelo en uso</translation>
    </message>
    <message>
        <source>Invert grey scale</source>
        <translation>Invertir grises</translation>
    </message>
    <message>
        <source>It has {key} already.</source>
        <translation>Ya tiene {key}.</translation>
    </message>
    <message>
        <source>JPEG, smaller, with loss</source>
        <translation>JPEG, más pequeño, con pérdida</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Keep my login name with it</source>
        <translation>Incluir mi nombre de usuario</translation>
    </message>
    <message>
        <source>Keep scanning</source>
        <translation>Seguir procesando</translation>
    </message>
    <message>
        <source>Keep the comment without a verdict</source>
        <translation>Guardar el comentario sin veredicto</translation>
    </message>
    <message>
        <source>Keep the login name with accepted and rejected results.</source>
        <translation>Guardar el nombre de usuario con los resultados aceptados y rechazados.</translation>
    </message>
    <message>
        <source>Kept in the audit journal</source>
        <translation>Se guarda en el registro de auditoría</translation>
    </message>
    <message>
        <source>Keras (TensorFlow)</source>
        <translation>Keras (TensorFlow)</translation>
    </message>
    <message>
        <source>Keras is set to another backend than tensorflow</source>
        <translation>Keras está ajustado a otro backend que tensorflow</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>Tecla para {action}</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Imagen clave</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Imágenes clave</translation>
    </message>
    <message>
        <source>Key or gesture</source>
        <translation>Tecla o gesto</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the window; system follows the desktop. CSV, command line and logs stay English. Holds from the next start.</source>
        <translation>Idioma de la ventana; sistema sigue al escritorio. El CSV, la línea de órdenes y los registros quedan en inglés. Vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Last image</source>
        <translation>Última imagen</translation>
    </message>
    <message>
        <source>Later in the queue</source>
        <translation>Después en la cola</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Layout: {rows} by {columns}</source>
        <translation>Disposición: {rows} por {columns}</translation>
    </message>
    <message>
        <source>Leave out --make-key to use it, or name another file.</source>
        <translation>Prescinda de --make-key para usarla, o nombre otro fichero.</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Arrastrar con el botón izquierdo</translation>
    </message>
    <message>
        <source>Left drag on a mark or handle</source>
        <translation>Arrastrar con el botón izquierdo una marca o un tirador</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Sin descartar</translation>
    </message>
    <message>
        <source>Left out: {which}.</source>
        <translation>Excluidas: {which}.</translation>
    </message>
    <message>
        <source>Lens {factor:g}×</source>
        <translation>Lupa {factor:g}×</translation>
    </message>
    <message>
        <source>Let a file ask for so many times as much memory, frames and elements as usual; for files that you trust. Holds from the next start.</source>
        <translation>Permitir a un fichero tantas veces más memoria, frames y elementos que lo habitual; para ficheros en los que confía. Vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Licensed under Apache-2.0. Uses Qt through PySide6 (LGPL). Help, Licences shows the licence of every part.</source>
        <translation>Con licencia Apache-2.0. Usa Qt mediante PySide6 (LGPL). Ayuda, Licencias muestra la licencia de cada parte.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Line at the threshold</source>
        <translation>Línea en el umbral</translation>
    </message>
    <message>
        <source>Link by hand, with an offset</source>
        <translation>Vincular a mano, con desfase</translation>
    </message>
    <message>
        <source>List of key images…</source>
        <translation>Lista de imágenes clave…</translation>
    </message>
    <message>
        <source>Listing the folder and loading the model…</source>
        <translation>Listando la carpeta y cargando el modelo…</translation>
    </message>
    <message>
        <source>Load measurements</source>
        <translation>Cargar mediciones</translation>
    </message>
    <message>
        <source>Load measurements…</source>
        <translation>Cargar mediciones…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>Login name with judgements</source>
        <translation>Nombre de usuario con los juicios</translation>
    </message>
    <message>
        <source>Longest run of neighbours: {which}.</source>
        <translation>Serie más larga de vecinas: {which}.</translation>
    </message>
    <message>
        <source>Look at the printer, or choose another one.</source>
        <translation>Compruebe la impresora, o elija otra.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Buscando imágenes…</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Buscando modelos…</translation>
    </message>
    <message>
        <source>Lossy compression</source>
        <translation>Compresión con pérdida</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>Baja resolución</translation>
    </message>
    <message>
        <source>MP4 (MPEG-4), with loss</source>
        <translation>MP4 (MPEG-4), con pérdida</translation>
    </message>
    <message>
        <source>MP4 or AVI, at the rate that the series plays at</source>
        <translation>MP4 o AVI, al ritmo en que se reproduce la serie</translation>
    </message>
    <message>
        <source>Magma (black, purple, cream)</source>
        <translation>Magma (negro, morado, crema)</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>Magnify more or less</source>
        <translation>Ampliar más o menos</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>A su manera</translation>
    </message>
    <message>
        <source>Mark the image on screen to come back to it; kept until TumorView is closed</source>
        <translation>Marcar la imagen en pantalla para volver a ella; se conserva hasta cerrar TumorView</translation>
    </message>
    <message>
        <source>Marks are kept until TumorView is closed.</source>
        <translation>Las marcas se conservan hasta cerrar TumorView.</translation>
    </message>
    <message>
        <source>Marks from a DICOM structured report onto the images of the study</source>
        <translation>Marcas de un informe estructurado DICOM sobre las imágenes del estudio</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Mean {mean}   SD {deviation}</source>
        <translation>Media {mean}   DE {deviation}</translation>
    </message>
    <message>
        <source>Measurements and drawings</source>
        <translation>Mediciones y dibujos</translation>
    </message>
    <message>
        <source>Measurements are not saved</source>
        <translation>Las mediciones no están guardadas</translation>
    </message>
    <message>
        <source>Measurements of an image that is not DICOM cannot be saved as a DICOM report.</source>
        <translation>Las mediciones de una imagen que no es DICOM no se pueden guardar como informe DICOM.</translation>
    </message>
    <message>
        <source>Memory for images (MiB)</source>
        <translation>Memoria para imágenes (MiB)</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Memoria en uso</translation>
    </message>
    <message>
        <source>Memory that TumorView holds now, without the processes that decode</source>
        <translation>Memoria que TumorView ocupa ahora, sin los procesos que decodifican</translation>
    </message>
    <message>
        <source>Meningioma</source>
        <translation>Meningioma</translation>
    </message>
    <message>
        <source>MiB of memory for images that are read already, and ahead while one scrolls; an image of 512 x 512 takes 1.</source>
        <translation>MiB de memoria para imágenes ya leídas, y por adelantado al desplazarse; una imagen de 512 x 512 ocupa 1.</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastrar con el botón central</translation>
    </message>
    <message>
        <source>Min {least}   Max {most}</source>
        <translation>Mín {least}   Máx {most}</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalidad</translation>
    </message>
    <message>
        <source>Modality in doubt</source>
        <translation>Modalidad dudosa</translation>
    </message>
    <message>
        <source>Modality not validated</source>
        <translation>Modalidad no validada</translation>
    </message>
    <message>
        <source>Modality unknown</source>
        <translation>Modalidad desconocida</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Model and engine of this result</source>
        <translation>Modelo y motor de este resultado</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Ficha del modelo…</translation>
    </message>
    <message>
        <source>Model not available</source>
        <translation>Modelo no disponible</translation>
    </message>
    <message>
        <source>Model not loaded</source>
        <translation>Modelo no cargado</translation>
    </message>
    <message>
        <source>Model that answers; by default the first one found.</source>
        <translation>Modelo que responde; de forma predeterminada el primero encontrado.</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>Mosaico</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>Mover la imagen</translation>
    </message>
    <message>
        <source>Move the mark, or change it</source>
        <translation>Mover la marca, o cambiarla</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name a file with at least 32 random bytes, or let `--make-key` make one.</source>
        <translation>Nombre un fichero con al menos 32 bytes aleatorios, o deje que `--make-key` cree uno.</translation>
    </message>
    <message>
        <source>Name another file and add --make-key to make a random key.</source>
        <translation>Nombre otro fichero y añada --make-key para crear una clave aleatoria.</translation>
    </message>
    <message>
        <source>Name of the file, without its ending</source>
        <translation>Nombre del fichero, sin su extensión</translation>
    </message>
    <message>
        <source>Name the file with your key, or add --make-key to make a new one.</source>
        <translation>Nombre el fichero con su clave, o añada --make-key para crear una nueva.</translation>
    </message>
    <message>
        <source>Neither model gives an answer for this image.</source>
        <translation>Ninguno de los modelos da respuesta para esta imagen.</translation>
    </message>
    <message>
        <source>New scan</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Imagen siguiente</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Imagen clave siguiente</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Serie siguiente</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>No class is probable enough to stand out.</source>
        <translation>Ninguna clase es lo bastante probable para destacar.</translation>
    </message>
    <message>
        <source>No font on this computer has the characters of {language}, so the window is in English. Install one (on Debian and Ubuntu: fonts-noto-cjk) and start TumorView again.</source>
        <translation>Ninguna fuente de este equipo tiene los caracteres de {language}, así que la ventana está en inglés. Instale una (en Debian y Ubuntu: fonts-noto-cjk) e inicie TumorView de nuevo.</translation>
    </message>
    <message>
        <source>No heatmap for this image</source>
        <translation>No hay mapa de calor para esta imagen</translation>
    </message>
    <message>
        <source>No image of the series has an answer</source>
        <translation>Ninguna imagen de la serie tiene respuesta</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <source>No key image in this study. K marks the image on screen.</source>
        <translation>No hay imágenes clave en este estudio. K marca la imagen en pantalla.</translation>
    </message>
    <message>
        <source>No model card</source>
        <translation>Sin ficha de modelo</translation>
    </message>
    <message>
        <source>No model loaded yet</source>
        <translation>Ningún modelo cargado</translation>
    </message>
    <message>
        <source>No model that can be used is installed.</source>
        <translation>No hay instalado ningún modelo utilizable.</translation>
    </message>
    <message>
        <source>No patient named</source>
        <translation>Ningún paciente nombrado</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Report as PDF (Ctrl+E) writes the same page to a file.</source>
        <translation>No hay ninguna impresora en este ordenador. Informe como PDF (Ctrl+E) escribe la misma página en un fichero.</translation>
    </message>
    <message>
        <source>No probabilities are given.</source>
        <translation>No se dan probabilidades.</translation>
    </message>
    <message>
        <source>No probabilities are shown.</source>
        <translation>No se muestran probabilidades.</translation>
    </message>
    <message>
        <source>No score: it would be the highest mean of {neighbours} neighbouring images, and no {neighbours} neighbours have an answer.</source>
        <translation>Sin puntuación: sería la media más alta de {neighbours} imágenes vecinas, y no hay {neighbours} vecinas con respuesta.</translation>
    </message>
    <message>
        <source>No series of the other study is of the same modality, plane and sequence; its first one is shown. Another one can be dragged there from the list.</source>
        <translation>Ninguna serie del otro estudio es de la misma modalidad, plano y secuencia; se muestra la primera. Otra se puede arrastrar allí desde la lista.</translation>
    </message>
    <message>
        <source>No tumour</source>
        <translation>Sin tumor</translation>
    </message>
    <message>
        <source>No tumour suspected</source>
        <translation>No se sospecha tumor</translation>
    </message>
    <message numerus="yes">
        <source>No tumour suspected in {n} images with an answer</source>
        <translation>
            <numerusform>No se sospecha tumor en {n} imagen con respuesta</numerusform>
            <numerusform>No se sospecha tumor en {n} imágenes con respuesta</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these are next to each other; the first is {which}.</source>
        <translation>Ninguna de ellas es contigua a otra; la primera es {which}.</translation>
    </message>
    <message>
        <source>Not analysed by this model.</source>
        <translation>No analizada por este modelo.</translation>
    </message>
    <message>
        <source>Not calibrated: how often such a score is right was not measured on series. The model&apos;s threshold was chosen for single images and decides nothing here.</source>
        <translation>No calibrado: no se midió en series con qué frecuencia acierta tal puntuación. El umbral del modelo se eligió para imágenes individuales y aquí no decide nada.</translation>
    </message>
    <message>
        <source>Not drawn: {problem}</source>
        <translation>No dibujado: {problem}</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>No destinado a</translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation>Aún no juzgado.</translation>
    </message>
    <message>
        <source>Not shown of the file: {what}.</source>
        <translation>No mostrado del fichero: {what}.</translation>
    </message>
    <message>
        <source>Not validated for CT.</source>
        <translation>No validado para TC.</translation>
    </message>
    <message>
        <source>Not validated for MR.</source>
        <translation>No validado para RM.</translation>
    </message>
    <message>
        <source>Not validated for this MR sequence.</source>
        <translation>No validado para esta secuencia de RM.</translation>
    </message>
    <message>
        <source>Not validated for this kind of image.</source>
        <translation>No validado para este tipo de imagen.</translation>
    </message>
    <message>
        <source>Not validated for {kind}.</source>
        <translation>No validado para {kind}.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>No hay nada abierto</translation>
    </message>
    <message>
        <source>Nothing is written.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>Nothing is wrong with it; it cannot be analysed.</source>
        <translation>No tiene ningún defecto; no se puede analizar.</translation>
    </message>
    <message>
        <source>Nothing to compare: {model} gives no answer for this image.</source>
        <translation>Nada que comparar: {model} no da respuesta para esta imagen.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Number of elements</source>
        <translation>Número de elementos</translation>
    </message>
    <message>
        <source>ONNX Runtime</source>
        <translation>ONNX Runtime</translation>
    </message>
    <message>
        <source>Of TumorView and of all that is in it</source>
        <translation>De TumorView y de todo lo que contiene</translation>
    </message>
    <message>
        <source>On the image</source>
        <translation>Sobre la imagen</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Sobre la imagen</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>Una imagen</translation>
    </message>
    <message>
        <source>One millimetre on the screen is one millimetre in the patient</source>
        <translation>Un milímetro en la pantalla es un milímetro en el paciente</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>Un panel</translation>
    </message>
    <message>
        <source>One pixel of the image is one pixel of the screen</source>
        <translation>Un píxel de la imagen es un píxel de la pantalla</translation>
    </message>
    <message>
        <source>One row of three panes</source>
        <translation>Una fila de tres paneles</translation>
    </message>
    <message>
        <source>One row of two panes</source>
        <translation>Una fila de dos paneles</translation>
    </message>
    <message>
        <source>One window</source>
        <translation>Una sola ventana</translation>
    </message>
    <message>
        <source>Only one model is installed: {title} {version}.</source>
        <translation>Solo hay un modelo instalado: {title} {version}.</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Opacity of the heatmap in percent</source>
        <translation>Opacidad del mapa de calor en por ciento</translation>
    </message>
    <message>
        <source>Opacity of the heatmap&apos;s hottest place.</source>
        <translation>Opacidad del punto más intenso del mapa de calor.</translation>
    </message>
    <message>
        <source>Open CSV folder</source>
        <translation>Abrir carpeta del CSV</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Abrir una carpeta de imágenes</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Abra un estudio</translation>
    </message>
    <message>
        <source>Open an image to ask the model about it.</source>
        <translation>Abra una imagen para preguntar al modelo por ella.</translation>
    </message>
    <message>
        <source>Open an image to compare what two models say of it.</source>
        <translation>Abra una imagen para comparar lo que dicen de ella dos modelos.</translation>
    </message>
    <message>
        <source>Open an image to see its header.</source>
        <translation>Abra una imagen para ver su cabecera.</translation>
    </message>
    <message>
        <source>Open every image in a folder</source>
        <translation>Abrir cada imagen de una carpeta</translation>
    </message>
    <message>
        <source>Open files that are double-clicked in the window that is already there; off: in a window of their own.</source>
        <translation>Abrir los ficheros en los que se hace doble clic en la ventana ya abierta; desactivado: en una ventana propia.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Abrir ficheros…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Abrir carpeta…</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>Abrir imágenes</translation>
    </message>
    <message>
        <source>Open it again once it is complete.</source>
        <translation>Ábralo de nuevo cuando esté completo.</translation>
    </message>
    <message>
        <source>Open it by itself: it is then listed like a folder.</source>
        <translation>Ábralo por separado: entonces se lista como una carpeta.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Abrir reciente</translation>
    </message>
    <message>
        <source>Open the archive by itself: it is then listed like a folder.</source>
        <translation>Abra el archivo por separado: entonces se lista como una carpeta.</translation>
    </message>
    <message>
        <source>Open the folder that it lies in.</source>
        <translation>Abra la carpeta en la que está.</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>Abrir el estudio de ejemplo</translation>
    </message>
    <message>
        <source>Open the study that they were made on, then load them again.</source>
        <translation>Abra el estudio en el que se hicieron y cárguelas de nuevo.</translation>
    </message>
    <message>
        <source>Ordered by {what}</source>
        <translation>Orden según {what}</translation>
    </message>
    <message>
        <source>Orientation letters and ruler</source>
        <translation>Letras de orientación y escala</translation>
    </message>
    <message>
        <source>Orientation of the paper</source>
        <translation>Orientación del papel</translation>
    </message>
    <message>
        <source>Other patient? {date}</source>
        <translation>¿Otro paciente? {date}</translation>
    </message>
    <message>
        <source>Outcome of the export</source>
        <translation>Resultado de la exportación</translation>
    </message>
    <message>
        <source>Outcome of the scan</source>
        <translation>Resultado del procesamiento</translation>
    </message>
    <message>
        <source>Overlays may show who the patient is</source>
        <translation>Los overlays pueden mostrar quién es el paciente</translation>
    </message>
    <message>
        <source>Overlays off</source>
        <translation>Overlays ocultos</translation>
    </message>
    <message>
        <source>Own keys of actions, by the action&apos;s id; an empty list takes its key away.</source>
        <translation>Teclas propias de las acciones, por el identificador de la acción; una lista vacía quita la tecla.</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Ventana propia</translation>
    </message>
    <message>
        <source>PNG, lossless</source>
        <translation>PNG, sin pérdida</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Parquet cannot be written: pyarrow is not installed</source>
        <translation>No se puede escribir Parquet: pyarrow no está instalado</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Part of the image</source>
        <translation>Parte de la imagen</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Partes y sus licencias</translation>
    </message>
    <message>
        <source>Path: {path}</source>
        <translation>Ruta: {path}</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Patient {number}</source>
        <translation>Paciente {number}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Paused at {files}</source>
        <translation>En pausa en {files}</translation>
    </message>
    <message>
        <source>Paused: {files}</source>
        <translation>En pausa: {files}</translation>
    </message>
    <message>
        <source>Perhaps not the same patient</source>
        <translation>Quizá no sea el mismo paciente</translation>
    </message>
    <message>
        <source>Pituitary tumour</source>
        <translation>Tumor hipofisario</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Reproducir más rápido</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Reproducir más despacio</translation>
    </message>
    <message>
        <source>Play the series</source>
        <translation>Reproducir la serie</translation>
    </message>
    <message>
        <source>Please report it with the log; `tumorview doctor` says where that is.</source>
        <translation>Comuníquelo con el registro; `tumorview doctor` dice dónde está.</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Posterior fossa</source>
        <translation>Fosa posterior</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Predicción</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>Clase predicha</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Predefinida</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>Vista previa de las páginas</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Imagen anterior</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>Imagen clave anterior</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Serie anterior</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Prior {date}</source>
        <translation>Previo {date}</translation>
    </message>
    <message>
        <source>Private tags</source>
        <translation>Tags privados</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, at or above the threshold of {threshold}.</source>
        <translation>Probabilidad de tumor {probability}, en el umbral de {threshold} o por encima.</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, below the threshold of {threshold}.</source>
        <translation>Probabilidad de tumor {probability}, por debajo del umbral de {threshold}.</translation>
    </message>
    <message>
        <source>Probability of tumour by image</source>
        <translation>Probabilidad por imagen</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Progreso del análisis</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Progreso del procesamiento</translation>
    </message>
    <message>
        <source>Put the folder of another model into {place}, then open this window again.</source>
        <translation>Ponga la carpeta de otro modelo en {place} y abra de nuevo esta ventana.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Queue of scans</source>
        <translation>Cola de procesamientos</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Raise the limits with --limits, or the setting file_limits.</source>
        <translation>Suba los límites con --limits, o con el ajuste file_limits.</translation>
    </message>
    <message>
        <source>Re-run failures</source>
        <translation>Repetir los fallidos</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Léalo</translation>
    </message>
    <message>
        <source>Read it as it was taken.</source>
        <translation>Léala tal como se adquirió.</translation>
    </message>
    <message>
        <source>Read with reserve</source>
        <translation>Leído con reservas</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Reading the header…</source>
        <translation>Leyendo la cabecera…</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Leyendo las licencias…</translation>
    </message>
    <message>
        <source>Reading the model card…</source>
        <translation>Leyendo la ficha del modelo…</translation>
    </message>
    <message numerus="yes">
        <source>Reading {done} of {n} files…</source>
        <translation>
            <numerusform>Leyendo {done} de {n} fichero…</numerusform>
            <numerusform>Leyendo {done} de {n} ficheros…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>Leyendo {done} de {total}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Stopped after {files}</source>
        <translation>Detenido tras {files}</translation>
    </message>
    <message>
        <source>The scan of {name} in the queue writes to this CSV too. Choose another, or its rows will be replaced.</source>
        <translation>El procesamiento de {name} en la cola también escribe en este CSV. Elija otro, o sus filas se reemplazarán.</translation>
    </message>
    <message>
        <source>Window presets: those of the file first, then those of the modality</source>
        <translation>Ventanas predefinidas: primero las del fichero, después las de la modalidad</translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, none failed</source>
        <translation>
            <numerusform>{n} imagen analizada, ninguna fallida</numerusform>
            <numerusform>{n} imágenes analizadas, ninguna fallida</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, {failed} failed</source>
        <translation>
            <numerusform>{n} imagen analizada, {failed} fallidas</numerusform>
            <numerusform>{n} imágenes analizadas, {failed} fallidas</numerusform>
        </translation>
    </message>
    <message>
        <source>{outcome}, in {duration}.</source>
        <translation>{outcome}, en {duration}.</translation>
    </message>
    <message>
        <source>{rate} files/s · about {duration} left</source>
        <translation>{rate} ficheros/s · faltan unos {duration}</translation>
    </message>
    <message>
        <source>{rate} files/s · {unknown} left</source>
        <translation>{rate} ficheros/s · faltan {unknown}</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>And as DICOM parametric maps, for a PACS</source>
        <translation>También como mapa paramétrico DICOM, para un PACS</translation>
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
        <translation>Las imágenes que no son DICOM, o que no tienen posición en el paciente, solo reciben la imagen con el mapa de calor</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Líneas de referencia</translation>
    </message>
    <message>
        <source>Reformat axial</source>
        <translation>Reformatear axial</translation>
    </message>
    <message>
        <source>Reformat coronal</source>
        <translation>Reformatear coronal</translation>
    </message>
    <message>
        <source>Reformat in three planes</source>
        <translation>Reformatear en tres planos</translation>
    </message>
    <message>
        <source>Reformat sagittal</source>
        <translation>Reformatear sagital</translation>
    </message>
    <message>
        <source>Reformat the series again.</source>
        <translation>Reformatee la serie de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Reformatted from {n} slices</source>
        <translation>
            <numerusform>Reformateado de {n} corte</numerusform>
            <numerusform>Reformateado de {n} cortes</numerusform>
        </translation>
    </message>
    <message>
        <source>Reformatting: {done} of {total} slices read…</source>
        <translation>Reformateo: leídos {done} de {total} cortes…</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Reject the answer</source>
        <translation>Rechazar la respuesta</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>Quitar marca</translation>
    </message>
    <message>
        <source>Rename it, or choose another CSV file.</source>
        <translation>Cámbiele el nombre, o elija otro fichero CSV.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Informe como PDF…</translation>
    </message>
    <message>
        <source>Reports, presentation states and other objects without pixels are not analysed.</source>
        <translation>Los informes, estados de presentación y otros objetos sin píxeles no se analizan.</translation>
    </message>
    <message>
        <source>Research use only. Not cleared as a medical device.</source>
        <translation>Solo para investigación. No autorizado como producto sanitario.</translation>
    </message>
    <message>
        <source>Research use only; not cleared as a medical device. It supplements and does not replace reading the full study. Images that are not flagged still have to be read.</source>
        <translation>Solo para investigación; no autorizado como producto sanitario. Complementa la lectura del estudio completo y no la sustituye. Las imágenes que no se señalan también deben leerse.</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Restablecer todos los ajustes</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Restablecer vista</translation>
    </message>
    <message>
        <source>Restore all keys</source>
        <translation>Restaurar todas las teclas</translation>
    </message>
    <message>
        <source>Results of the scan</source>
        <translation>Resultados del procesamiento</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Reverse the window drag</source>
        <translation>Invertir el arrastre de la ventana</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Arrastrar con el botón derecho</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>Rotated {degrees}°</source>
        <translation>Girada {degrees}°</translation>
    </message>
    <message>
        <source>Running: listing the folder</source>
        <translation>En marcha: listando la carpeta</translation>
    </message>
    <message>
        <source>Running: {files}</source>
        <translation>En marcha: {files}</translation>
    </message>
    <message>
        <source>SHA-256 of the manifest</source>
        <translation>SHA-256 del manifiesto</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 del modelo</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagital</translation>
    </message>
    <message>
        <source>Sagittal of {series}</source>
        <translation>Sagital de {series}</translation>
    </message>
    <message>
        <source>Save a picture with the heatmap of each image</source>
        <translation>Guardar una imagen con el mapa de calor de cada una</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>Guardar mediciones</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>Guardar mediciones…</translation>
    </message>
    <message>
        <source>Save measurements… (DICOM images only)</source>
        <translation>Guardar mediciones… (solo imágenes DICOM)</translation>
    </message>
    <message>
        <source>Scan a folder</source>
        <translation>Procesar una carpeta</translation>
    </message>
    <message>
        <source>Scan a folder…</source>
        <translation>Procesar una carpeta…</translation>
    </message>
    <message>
        <source>Scan again without --resume; the finished rows of the CSV are not touched.</source>
        <translation>Empiece de nuevo sin --resume; las filas terminadas del CSV no se tocan.</translation>
    </message>
    <message>
        <source>Scan anew</source>
        <translation>Procesar de nuevo</translation>
    </message>
    <message>
        <source>Scan folders</source>
        <translation>Procesar carpetas</translation>
    </message>
    <message>
        <source>Scan without --resume to begin anew.</source>
        <translation>Empiece sin --resume desde el principio.</translation>
    </message>
    <message numerus="yes">
        <source>Score {score}, pooled from {answered} of {n} images by the highest mean of {neighbours} neighbouring images ({which}).</source>
        <translation>
            <numerusform>Puntuación {score}, reunida de {answered} de {n} imagen como la media más alta de {neighbours} imágenes vecinas ({which}).</numerusform>
            <numerusform>Puntuación {score}, reunida de {answered} de {n} imágenes como la media más alta de {neighbours} imágenes vecinas ({which}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll through the series</source>
        <translation>Desplazarse por la serie</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Desplazar juntos</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search in file and reason</source>
        <translation>Buscar en fichero y motivo</translation>
    </message>
    <message>
        <source>Search in the results</source>
        <translation>Buscar en los resultados</translation>
    </message>
    <message>
        <source>Search studies and series</source>
        <translation>Buscar estudios y series</translation>
    </message>
    <message>
        <source>Search the header</source>
        <translation>Buscar en la cabecera</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Buscar en las teclas</translation>
    </message>
    <message>
        <source>Search the list by name, date, description or modality</source>
        <translation>Buscar en la lista por nombre, fecha, descripción o modalidad</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Segundo modelo</translation>
    </message>
    <message>
        <source>Secondary capture: burned-in text may show who the patient is</source>
        <translation>Captura secundaria: texto incrustado puede mostrar quién es el paciente</translation>
    </message>
    <message>
        <source>See the rows of the frames before.</source>
        <translation>Vea las filas de los frames anteriores.</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Secuencia</translation>
    </message>
    <message>
        <source>Sequence not validated</source>
        <translation>Secuencia no validada</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Series as acquired</source>
        <translation>Serie como se adquirió</translation>
    </message>
    <message>
        <source>Series found</source>
        <translation>Series encontradas</translation>
    </message>
    <message>
        <source>Series list</source>
        <translation>Lista de series</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>Set up another scan; it waits for those before it</source>
        <translation>Preparar otro procesamiento; espera a los anteriores</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Shift + left button</source>
        <translation>Mayús + botón izquierdo</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Acórtelo.</translation>
    </message>
    <message>
        <source>Show elements that a manufacturer has defined</source>
        <translation>Mostrar elementos definidos por un fabricante</translation>
    </message>
    <message>
        <source>Show heatmap</source>
        <translation>Mostrar mapa de calor</translation>
    </message>
    <message>
        <source>Show heatmap on the image</source>
        <translation>Mostrar el mapa de calor sobre la imagen</translation>
    </message>
    <message>
        <source>Show it in the pane where it is dropped</source>
        <translation>Mostrarla en el panel donde se suelta</translation>
    </message>
    <message>
        <source>Show only rows of one predicted class</source>
        <translation>Mostrar solo filas de una clase predicha</translation>
    </message>
    <message>
        <source>Show only rows with one caution</source>
        <translation>Mostrar solo filas con una advertencia</translation>
    </message>
    <message>
        <source>Show or hide the list of studies and series</source>
        <translation>Mostrar u ocultar la lista de estudios y series</translation>
    </message>
    <message>
        <source>Show or hide the model&apos;s result. Read first, AI second.</source>
        <translation>Mostrar u ocultar el resultado del modelo. Primero leer, después la IA.</translation>
    </message>
    <message>
        <source>Show the heatmap beside the plain image, not on it.</source>
        <translation>Mostrar el mapa de calor junto a la imagen simple, no sobre ella.</translation>
    </message>
    <message>
        <source>Show the series as acquired and analyse that.</source>
        <translation>Muestre la serie como se adquirió y analícela.</translation>
    </message>
    <message>
        <source>Show what tells who, where and when; private values are hidden with it</source>
        <translation>Mostrar lo que dice quién, dónde y cuándo; los valores privados se ocultan con ello</translation>
    </message>
    <message>
        <source>Shows where the model looked. Not a lesion outline.</source>
        <translation>Muestra dónde miró el modelo. No es el contorno de una lesión.</translation>
    </message>
    <message>
        <source>Shows where the model sees signs of a tumour, of whatever type. Not a lesion outline.</source>
        <translation>Muestra dónde ve el modelo signos de un tumor, del tipo que sea. No es el contorno de una lesión.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Tamaño de la imagen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Cortes</translation>
    </message>
    <message>
        <source>Slices, pane {number}</source>
        <translation>Cortes, panel {number}</translation>
    </message>
    <message>
        <source>So many frames of the file failed one after the other, and all alike, that the rest was left alone.</source>
        <translation>Tantos frames del fichero fallaron uno tras otro, y todos igual, que se dejó el resto.</translation>
    </message>
    <message>
        <source>Some pixels are colours and no grey values; the model was given all as grey.</source>
        <translation>Algunos píxeles son colores y no valores de gris; al modelo se le dio todo como gris.</translation>
    </message>
    <message>
        <source>Something that TumorView did not foresee; details without patients&apos; data are in the log.</source>
        <translation>Algo que TumorView no previó; los detalles, sin datos de pacientes, están en el registro.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). TumorView goes on.</source>
        <translation>Algo inesperado salió mal ({kind}). TumorView continúa.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Iníciela de nuevo cuando quiera.</translation>
    </message>
    <message>
        <source>Start scan</source>
        <translation>Iniciar procesamiento</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Iniciar la cola</translation>
    </message>
    <message>
        <source>Start workers that have the same TumorView and models and see the folder under the same path; docs/SCALING.md says how.</source>
        <translation>Inicie procesos que tengan el mismo TumorView y los mismos modelos y vean la carpeta bajo la misma ruta; docs/SCALING.md dice cómo.</translation>
    </message>
    <message>
        <source>State of the export</source>
        <translation>Estado de la exportación</translation>
    </message>
    <message>
        <source>State of the header</source>
        <translation>Estado de la cabecera</translation>
    </message>
    <message>
        <source>State of the print</source>
        <translation>Estado de la impresión</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>Detener la lectura de ficheros</translation>
    </message>
    <message>
        <source>Stop the analysis</source>
        <translation>Detener el análisis</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Detenido antes del final.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is written.</source>
        <translation>Detenido. No se escribió nada.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. {n} files are written and whole.</source>
        <translation>
            <numerusform>Detenido. {n} fichero está escrito y completo.</numerusform>
            <numerusform>Detenido. {n} ficheros están escritos y completos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {files}</source>
        <translation>Detenido: {files}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Ictus</translation>
    </message>
    <message>
        <source>Stroke, narrow</source>
        <translation>Ictus, estrecha</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>Estudios y series</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Study of {date}</source>
        <translation>Estudio del {date}</translation>
    </message>
    <message>
        <source>Study, date unknown</source>
        <translation>Estudio, fecha desconocida</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Subdural</translation>
    </message>
    <message>
        <source>TIFF, lossless</source>
        <translation>TIFF, sin pérdida</translation>
    </message>
    <message>
        <source>Table of results</source>
        <translation>Tabla de resultados</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tag, keyword, name or value</source>
        <translation>Tag, palabra clave, nombre o valor</translation>
    </message>
    <message>
        <source>Take out of the queue; files stay</source>
        <translation>Quitar de la cola; los ficheros quedan</translation>
    </message>
    <message>
        <source>Take the keys of the action away</source>
        <translation>Quitar a la acción sus teclas</translation>
    </message>
    <message>
        <source>Take this key</source>
        <translation>Tomar esta tecla</translation>
    </message>
    <message>
        <source>TensorFlow finds no GPU although an NVIDIA driver is present</source>
        <translation>TensorFlow no encuentra GPU aunque hay un controlador NVIDIA</translation>
    </message>
    <message>
        <source>TensorFlow is not installed, which the Keras engine needs</source>
        <translation>TensorFlow, que el motor Keras necesita, no está instalado</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text in the corners</source>
        <translation>Texto en las esquinas</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Text on the image</source>
        <translation>Texto sobre la imagen</translation>
    </message>
    <message>
        <source>The DICOM object has no image: a report, a presentation state, a structure set.</source>
        <translation>El objeto DICOM no tiene imagen: un informe, un estado de presentación, un conjunto de estructuras.</translation>
    </message>
    <message>
        <source>The answer is right  (Ctrl+Shift+Y)</source>
        <translation>La respuesta es correcta  (Ctrl+Mayús+Y)</translation>
    </message>
    <message>
        <source>The answer is wrong  (Ctrl+Shift+N)</source>
        <translation>La respuesta es incorrecta  (Ctrl+Mayús+N)</translation>
    </message>
    <message>
        <source>The answer stays closed until you ask: {result_panel} opens the panel, {analyze_image} analyses the image. For research only; images that are not flagged still have to be read.</source>
        <translation>La respuesta queda cerrada hasta que pregunte: {result_panel} abre el panel, {analyze_image} analiza la imagen. Solo para investigación; las imágenes que no se señalan también deben leerse.</translation>
    </message>
    <message>
        <source>The audit journal as a CSV</source>
        <translation>El registro de auditoría como CSV</translation>
    </message>
    <message>
        <source>The classes that are not ruled out hold the right one in about {share:.0f} of 100 images like those of the calibration.</source>
        <translation>Las clases no descartadas contienen la correcta en unas {share:.0f} de 100 imágenes como las de la calibración.</translation>
    </message>
    <message>
        <source>The cluster has no worker that can take part: there is none, or each has another version, another model, or does not see the folder.</source>
        <translation>El clúster no tiene ningún proceso que pueda participar: no hay ninguno, o cada uno tiene otra versión, otro modelo, o no ve la carpeta.</translation>
    </message>
    <message>
        <source>The colours are meant for another profile than sRGB and may look different here.</source>
        <translation>Los colores están pensados para otro perfil que sRGB y pueden verse distintos aquí.</translation>
    </message>
    <message>
        <source>The content is none of DICOM, PNG and JPEG, or the path is no plain file.</source>
        <translation>El contenido no es DICOM, PNG ni JPEG, o la ruta no es un fichero normal.</translation>
    </message>
    <message>
        <source>The data are not encoded as the file states; they were read as they are.</source>
        <translation>Los datos no están codificados como indica el fichero; se leyeron como son.</translation>
    </message>
    <message>
        <source>The decision by the threshold and the most probable class say different things.</source>
        <translation>La decisión por el umbral y la clase más probable dicen cosas distintas.</translation>
    </message>
    <message>
        <source>The details are in the log; please report them.</source>
        <translation>Los detalles están en el registro; comuníquelos.</translation>
    </message>
    <message>
        <source>The drive that the file lies on has not answered for a long time.</source>
        <translation>La unidad en la que está el fichero lleva mucho tiempo sin responder.</translation>
    </message>
    <message>
        <source>The earlier study of the patient beside the later one, with the series that match</source>
        <translation>El estudio anterior del paciente junto al posterior, con las series que corresponden</translation>
    </message>
    <message>
        <source>The file asks for more memory, frames or elements than TumorView gives one file.</source>
        <translation>El fichero pide más memoria, frames o elementos de los que TumorView da a un fichero.</translation>
    </message>
    <message>
        <source>The file does not keep to the standard or holds more than grey values; it was read as far as it can be trusted.</source>
        <translation>El fichero no cumple la norma o contiene más que valores de gris; se leyó hasta donde es fiable.</translation>
    </message>
    <message>
        <source>The file does not say how the image was made, so nothing vouches that the model is valid for it.</source>
        <translation>El fichero no dice cómo se hizo la imagen, así que nada garantiza que el modelo sea válido para ella.</translation>
    </message>
    <message>
        <source>The file does not say how the image was made. That it is {modality} was judged from the picture.</source>
        <translation>El fichero no dice cómo se hizo la imagen. Que sea {modality} se juzgó por la imagen.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was told from the data.</source>
        <translation>El fichero no indica su sintaxis de transferencia; se dedujo de los datos.</translation>
    </message>
    <message>
        <source>The file ends before its content does.</source>
        <translation>El fichero termina antes que su contenido.</translation>
    </message>
    <message>
        <source>The file has no content.</source>
        <translation>El fichero no tiene contenido.</translation>
    </message>
    <message>
        <source>The file has no frame of that number.</source>
        <translation>El fichero no tiene un frame con ese número.</translation>
    </message>
    <message>
        <source>The file has no preamble or no file meta information, so it is no complete DICOM file.</source>
        <translation>El fichero no tiene preámbulo o File Meta Information, así que no es un fichero DICOM completo.</translation>
    </message>
    <message>
        <source>The file has overlays; the model was not given them.</source>
        <translation>El fichero tiene overlays; no se dieron al modelo.</translation>
    </message>
    <message>
        <source>The file holds fewer frames than it announces; those that are there are shown.</source>
        <translation>El fichero contiene menos frames de los que anuncia; se muestran los que hay.</translation>
    </message>
    <message>
        <source>The file holds more pixel data than its header describes; what is left was not read.</source>
        <translation>El fichero contiene más datos de píxeles de los que describe su cabecera; el resto no se leyó.</translation>
    </message>
    <message>
        <source>The file is a DICOMDIR, an index of other files.</source>
        <translation>El fichero es un DICOMDIR, un índice de otros ficheros.</translation>
    </message>
    <message>
        <source>The file is a ZIP archive within a folder or within another archive; it is not unpacked there.</source>
        <translation>El fichero es un archivo ZIP dentro de una carpeta o de otro archivo; allí no se extrae.</translation>
    </message>
    <message>
        <source>The file is damaged or made to do harm; the other images are not affected.</source>
        <translation>El fichero está dañado o hecho para causar daño; las demás imágenes no se ven afectadas.</translation>
    </message>
    <message>
        <source>The file is sound, but holds a kind of image that is not read.</source>
        <translation>El fichero es correcto, pero contiene un tipo de imagen que no se lee.</translation>
    </message>
    <message>
        <source>The file says that text which may name the patient is burned into its pixels (Burned In Annotation is YES). It stays in every export, also while identity is hidden.</source>
        <translation>El fichero dice que en sus píxeles hay texto incrustado que puede nombrar al paciente (Burned In Annotation es YES). Queda en cada exportación, también mientras la identidad está oculta.</translation>
    </message>
    <message>
        <source>The file states a wrong length of its file meta information; it was read to its end.</source>
        <translation>El fichero indica una longitud errónea de su File Meta Information; se leyó hasta su final.</translation>
    </message>
    <message>
        <source>The file states a wrong length of its pixel data; all of its frames are there.</source>
        <translation>El fichero indica una longitud errónea de sus datos de píxeles; todos sus frames están.</translation>
    </message>
    <message>
        <source>The file states another modality than the picture looks like.</source>
        <translation>El fichero indica otra modalidad que la que aparenta la imagen.</translation>
    </message>
    <message>
        <source>The file that is there was not replaced: something in it would have been lost.</source>
        <translation>El fichero existente no se reemplazó: algo en él se habría perdido.</translation>
    </message>
    <message>
        <source>The file was written to while TumorView read it, so that header and pixels may be of two versions.</source>
        <translation>Se escribió en el fichero mientras TumorView lo leía, de modo que cabecera y píxeles pueden ser de dos versiones.</translation>
    </message>
    <message>
        <source>The file will name the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>El fichero nombrará al paciente. Ver, Ocultar identidad (Ctrl+H) lo excluye de todo lo que sale de TumorView.</translation>
    </message>
    <message>
        <source>The file with the key of the pseudonyms cannot be read or made, or holds no secret.</source>
        <translation>El fichero con la clave de los seudónimos no se puede leer o crear, o no contiene un secreto.</translation>
    </message>
    <message>
        <source>The first one found</source>
        <translation>El primero encontrado</translation>
    </message>
    <message>
        <source>The folder holds no image that can be read.</source>
        <translation>La carpeta no contiene ninguna imagen legible.</translation>
    </message>
    <message>
        <source>The folder to scan is not there, is no folder, cannot be listed, or went away meanwhile.</source>
        <translation>La carpeta que se iba a procesar no está, no es una carpeta, no se puede listar, o desapareció entretanto.</translation>
    </message>
    <message>
        <source>The image alone on the whole screen</source>
        <translation>Solo la imagen en toda la pantalla</translation>
    </message>
    <message>
        <source>The image as on the screen, to the clipboard</source>
        <translation>La imagen como en la pantalla, al portapapeles</translation>
    </message>
    <message>
        <source>The image as shown, as PNG, TIFF or JPEG</source>
        <translation>La imagen como se muestra, como PNG, TIFF o JPEG</translation>
    </message>
    <message>
        <source>The image differs from everything the model learned from.</source>
        <translation>La imagen difiere de todo lo que el modelo aprendió.</translation>
    </message>
    <message>
        <source>The image has fewer pixels than the model needs for a sound result.</source>
        <translation>La imagen tiene menos píxeles de los que el modelo necesita para un resultado fiable.</translation>
    </message>
    <message>
        <source>The image has no contrast at all.</source>
        <translation>La imagen no tiene ningún contraste.</translation>
    </message>
    <message>
        <source>The image is a secondary capture that does not say whether text is burnt into its pixels; it may tell who the patient is.</source>
        <translation>La imagen es una captura secundaria que no dice si hay texto incrustado en sus píxeles; puede revelar quién es el paciente.</translation>
    </message>
    <message>
        <source>The image is blank.</source>
        <translation>La imagen está vacía.</translation>
    </message>
    <message>
        <source>The image is in colour; the model was given its brightness.</source>
        <translation>La imagen es en color; al modelo se le dio su brillo.</translation>
    </message>
    <message>
        <source>The image is on the clipboard, as on the screen.</source>
        <translation>La imagen está en el portapapeles, como en la pantalla.</translation>
    </message>
    <message>
        <source>The image is too small for the model.</source>
        <translation>La imagen es demasiado pequeña para el modelo.</translation>
    </message>
    <message>
        <source>The image of the series with the highest probability of a tumour</source>
        <translation>La imagen de la serie con la probabilidad de tumor más alta</translation>
    </message>
    <message>
        <source>The image on screen</source>
        <translation>La imagen en pantalla</translation>
    </message>
    <message>
        <source>The image was compressed with loss, which can change the result.</source>
        <translation>La imagen se comprimió con pérdida, lo que puede cambiar el resultado.</translation>
    </message>
    <message>
        <source>The image with the highest probability  (Ctrl+Shift+B)</source>
        <translation>La imagen con la probabilidad más alta  (Ctrl+Mayús+B)</translation>
    </message>
    <message numerus="yes">
        <source>The journal has {n} damaged lines; what stood there is not shown.</source>
        <translation>
            <numerusform>El registro tiene {n} línea dañada; lo que había allí no se muestra.</numerusform>
            <numerusform>El registro tiene {n} líneas dañadas; lo que había allí no se muestra.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal of accepted, rejected and commented results cannot be read or written.</source>
        <translation>El registro de resultados aceptados, rechazados y comentados no se puede leer o escribir.</translation>
    </message>
    <message>
        <source>The journal of an earlier scan cannot be used to go on.</source>
        <translation>El diario de un procesamiento anterior no sirve para continuar.</translation>
    </message>
    <message>
        <source>The machine has not enough memory for this image or this model.</source>
        <translation>El equipo no tiene memoria suficiente para esta imagen o este modelo.</translation>
    </message>
    <message>
        <source>The measurements are lost when the image closes: a DICOM report can be about DICOM images only. Copy measurements (Ctrl+Shift+C) takes them as a table.</source>
        <translation>Las mediciones se pierden al cerrar la imagen: un informe DICOM solo puede tratar de imágenes DICOM. Copiar mediciones (Ctrl+Mayús+C) las toma como tabla.</translation>
    </message>
    <message>
        <source>The model could not answer.</source>
        <translation>El modelo no pudo responder.</translation>
    </message>
    <message>
        <source>The model does not answer for this image.</source>
        <translation>El modelo no responde para esta imagen.</translation>
    </message>
    <message>
        <source>The model was not validated on this kind of image.</source>
        <translation>El modelo no se validó con este tipo de imagen.</translation>
    </message>
    <message>
        <source>The model was to be asked about a reformatted image. It has learned images as the scanner made them; what it would say of an interpolated one was never measured.</source>
        <translation>Se quiso preguntar al modelo por una imagen reformateada. Ha aprendido imágenes como las hizo el equipo; lo que diría de una interpolada nunca se midió.</translation>
    </message>
    <message>
        <source>The model was validated on other MR sequences than this one.</source>
        <translation>El modelo se validó con otras secuencias de RM que esta.</translation>
    </message>
    <message>
        <source>The model&apos;s answer</source>
        <translation>La respuesta del modelo</translation>
    </message>
    <message>
        <source>The model&apos;s inputs or outputs are not those that its manifest states.</source>
        <translation>Las entradas o salidas del modelo no son las que indica su manifiesto.</translation>
    </message>
    <message>
        <source>The numbers of the model&apos;s input gate cannot be used.</source>
        <translation>Los números del control de entrada del modelo no se pueden usar.</translation>
    </message>
    <message>
        <source>The only class that is not ruled out: {name}.</source>
        <translation>La única clase no descartada: {name}.</translation>
    </message>
    <message>
        <source>The operating system does not let TumorView read the file.</source>
        <translation>El sistema operativo no deja a TumorView leer el fichero.</translation>
    </message>
    <message>
        <source>The order of these images is not known by their positions, so neighbours in the list need not be neighbours in the head.</source>
        <translation>El orden de estas imágenes no se conoce por sus posiciones, así que vecinas en la lista no tienen por qué ser vecinas en la cabeza.</translation>
    </message>
    <message>
        <source>The page will name the patient. View, Hide identity (Ctrl+H) leaves that out.</source>
        <translation>La página nombrará al paciente. Ver, Ocultar identidad (Ctrl+H) lo omite.</translation>
    </message>
    <message>
        <source>The pane that keys and menus are about; a click does the same</source>
        <translation>El panel al que se refieren teclas y menús; un clic hace lo mismo</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the birth dates differ.</source>
        <translation>Los ID de paciente son iguales, pero las fechas de nacimiento difieren.</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the names differ.</source>
        <translation>Los ID de paciente son iguales, pero los nombres difieren.</translation>
    </message>
    <message>
        <source>The patient IDs differ.</source>
        <translation>Los ID de paciente difieren.</translation>
    </message>
    <message>
        <source>The picture is a mosaic: it shows many slices side by side and is no single slice.</source>
        <translation>La imagen es un mosaico: muestra muchos cortes uno al lado de otro y no es un corte único.</translation>
    </message>
    <message>
        <source>The picture looks like {modality}, but the file states another modality. Check which is right; until then the stricter rules of the two hold.</source>
        <translation>La imagen parece {modality}, pero el fichero indica otra modalidad. Compruebe cuál es correcta; hasta entonces valen las reglas más estrictas de las dos.</translation>
    </message>
    <message>
        <source>The picture shows many slices side by side; the answer holds for none of them.</source>
        <translation>La imagen muestra muchos cortes uno al lado de otro; la respuesta no vale para ninguno de ellos.</translation>
    </message>
    <message>
        <source>The pixel data cannot be decoded: they are damaged, or contradict the header.</source>
        <translation>Los datos de píxeles no se pueden decodificar: están dañados, o contradicen la cabecera.</translation>
    </message>
    <message>
        <source>The pixel data take longer to decode than their size explains.</source>
        <translation>Decodificar los datos de píxeles tarda más de lo que explica su tamaño.</translation>
    </message>
    <message>
        <source>The plain image and the heatmap side by side, at the same zoom and place</source>
        <translation>La imagen simple y el mapa de calor lado a lado, con el mismo zoom y lugar</translation>
    </message>
    <message>
        <source>The process that decoded the pixel data ended. It has been replaced.</source>
        <translation>El proceso que decodificaba los datos de píxeles terminó. Se ha sustituido.</translation>
    </message>
    <message>
        <source>The rows so far are kept; the scan can be resumed</source>
        <translation>Las filas hechas se conservan; el procesamiento se puede reanudar</translation>
    </message>
    <message>
        <source>The scan could not go on</source>
        <translation>El procesamiento no pudo continuar</translation>
    </message>
    <message>
        <source>The series as a film</source>
        <translation>La serie como película</translation>
    </message>
    <message>
        <source>The series does not fill a space evenly: pictures of it in other planes would show what was never measured.</source>
        <translation>La serie no llena un espacio de manera uniforme: imágenes de ella en otros planos mostrarían lo que nunca se midió.</translation>
    </message>
    <message>
        <source>The series of the active pane, and beside it axial, coronal and sagittal</source>
        <translation>La serie del panel activo, y junto a ella axial, coronal y sagital</translation>
    </message>
    <message>
        <source>The settings file cannot be read, says something unknown, or cannot be written.</source>
        <translation>El fichero de ajustes no se puede leer, dice algo desconocido, o no se puede escribir.</translation>
    </message>
    <message>
        <source>The smaller angle of two lines; drag each</source>
        <translation>El menor de los ángulos de dos líneas; arrastre cada una</translation>
    </message>
    <message>
        <source>The table of window presets is damaged.</source>
        <translation>La tabla de ventanas predefinidas está dañada.</translation>
    </message>
    <message>
        <source>The temporary folder has no room for what a ZIP archive holds.</source>
        <translation>La carpeta temporal no tiene espacio para el contenido de un archivo ZIP.</translation>
    </message>
    <message>
        <source>The theme of the window is damaged.</source>
        <translation>El tema de la ventana está dañado.</translation>
    </message>
    <message>
        <source>The two studies have no frame of reference in common. Scroll both to the same place, then link them: Layout, Link by hand.</source>
        <translation>Los dos estudios no tienen un marco de referencia común. Desplace ambos al mismo lugar y vincúlelos: Disposición, Vincular a mano.</translation>
    </message>
    <message>
        <source>The whole image</source>
        <translation>La imagen entera</translation>
    </message>
    <message>
        <source>The work was cancelled, as asked.</source>
        <translation>El trabajo se canceló, como se pidió.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Theme, reading, model, files and keys</source>
        <translation>Tema, lectura, modelo, ficheros y teclas</translation>
    </message>
    <message>
        <source>There are measurements that are not saved. Save them before the study closes?</source>
        <translation>Hay mediciones sin guardar. ¿Guardarlas antes de cerrar el estudio?</translation>
    </message>
    <message>
        <source>There is no decoder for the compression of the file.</source>
        <translation>No hay decodificador para la compresión del fichero.</translation>
    </message>
    <message>
        <source>There is no model of that id, or none at all.</source>
        <translation>No hay ningún modelo con ese identificador, o ninguno en absoluto.</translation>
    </message>
    <message>
        <source>There is no other study to compare with. Open the prior study as well: it comes into the list beside this one.</source>
        <translation>No hay otro estudio con el que comparar. Abra también el estudio previo: aparece en la lista junto a este.</translation>
    </message>
    <message>
        <source>There is no scheduler of a Dask cluster at the address, it asks for other certificates, or the connection to it was lost.</source>
        <translation>En la dirección no hay un planificador de un clúster Dask, pide otros certificados, o se perdió la conexión con él.</translation>
    </message>
    <message>
        <source>There is nothing to link by hand: that needs two panes whose images say where they lie, and that have no frame of reference in common. Those that have scroll together by themselves (L).</source>
        <translation>No hay nada que vincular a mano: hacen falta dos paneles cuyas imágenes digan dónde están y que no tengan un marco de referencia común. Los que lo tienen se desplazan juntos por sí mismos (L).</translation>
    </message>
    <message>
        <source>They disagree: {sure} suspects a tumour, {other} does not.</source>
        <translation>No están de acuerdo: {sure} sospecha un tumor, {other} no.</translation>
    </message>
    <message>
        <source>This cannot be changed.</source>
        <translation>Esto no se puede cambiar.</translation>
    </message>
    <message>
        <source>This choice holds until TumorView is closed.</source>
        <translation>Esta elección vale hasta cerrar TumorView.</translation>
    </message>
    <message>
        <source>This does not look like a brain MR or CT image the model knows.</source>
        <translation>Esto no parece una imagen cerebral de RM o TC que el modelo conozca.</translation>
    </message>
    <message>
        <source>This image has not been analysed.</source>
        <translation>Esta imagen no se ha analizado.</translation>
    </message>
    <message>
        <source>This is a secondary capture whose file does not say whether text is burned into its pixels (Burned In Annotation is absent). Look whether the image names the patient: burned-in text stays in every export.</source>
        <translation>Esta es una captura secundaria cuyo fichero no dice si hay texto incrustado en sus píxeles (Burned In Annotation está ausente). Mire si la imagen nombra al paciente: el texto incrustado queda en cada exportación.</translation>
    </message>
    <message>
        <source>This is a {kind} file. It has no DICOM header.</source>
        <translation>Este es un fichero {kind}. No tiene cabecera DICOM.</translation>
    </message>
    <message>
        <source>This model ships no model card.</source>
        <translation>Este modelo no incluye ficha.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Threshold and class disagree</source>
        <translation>Umbral y clase en desacuerdo</translation>
    </message>
    <message>
        <source>Threshold of the heatmap in hundredths</source>
        <translation>Umbral del mapa de calor en centésimas</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Recorrido por la ventana</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>Inténtelo de nuevo; si persiste, comuníquelo con el registro.</translation>
    </message>
    <message>
        <source>Try the sample study</source>
        <translation>Probar el estudio de ejemplo</translation>
    </message>
    <message>
        <source>TumorView recognises a file by its content; the name does not matter.</source>
        <translation>TumorView reconoce un fichero por su contenido; el nombre no importa.</translation>
    </message>
    <message>
        <source>Tumour (type not judged on CT)</source>
        <translation>Tumor (tipo no juzgado en TC)</translation>
    </message>
    <message>
        <source>Tumour (type not judged on MR)</source>
        <translation>Tumor (tipo no juzgado en RM)</translation>
    </message>
    <message>
        <source>Tumour suspected</source>
        <translation>Sospecha de tumor</translation>
    </message>
    <message numerus="yes">
        <source>Tumour suspected in {suspected} of {n} images with an answer</source>
        <translation>
            <numerusform>Sospecha de tumor en {suspected} de {n} imagen con respuesta</numerusform>
            <numerusform>Sospecha de tumor en {suspected} de {n} imágenes con respuesta</numerusform>
        </translation>
    </message>
    <message>
        <source>Two models&apos; answers for the image on screen, side by side</source>
        <translation>Las respuestas de dos modelos para la imagen en pantalla, lado a lado</translation>
    </message>
    <message>
        <source>Two rows of one pane</source>
        <translation>Dos filas de un panel</translation>
    </message>
    <message>
        <source>Two rows of three panes</source>
        <translation>Dos filas de tres paneles</translation>
    </message>
    <message>
        <source>Two rows of two panes</source>
        <translation>Dos filas de dos paneles</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>Escriba y pulse Intro</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incierto</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>Unlike the training images</source>
        <translation>Distinta de las imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>Unpack it with its password and open the folder.</source>
        <translation>Extráigalo con su contraseña y abra la carpeta.</translation>
    </message>
    <message>
        <source>Unpack it with its password, then open the folder.</source>
        <translation>Extráigalo con su contraseña y después abra la carpeta.</translation>
    </message>
    <message>
        <source>Unset KERAS_BACKEND, or choose the engine onnx.</source>
        <translation>Quite KERAS_BACKEND, o elija el motor onnx.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usar esta tecla</translation>
    </message>
    <message>
        <source>VOI LUT Sequence of the file</source>
        <translation>VOI LUT Sequence del fichero</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>Validado con</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Version and hashes as text</source>
        <translation>Versión y hashes como texto</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Viridis (blue, green, yellow)</source>
        <translation>Viridis (azul, verde, amarillo)</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another CSV file.</source>
        <translation>Espere a que termine, o elija otro fichero CSV.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En espera de su turno</translation>
    </message>
    <message>
        <source>Waiting: failures again</source>
        <translation>En espera: los fallidos de nuevo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What TumorView is made of. Names, versions and texts come from the packages.</source>
        <translation>De qué está hecho TumorView. Nombres, versiones y textos vienen de los paquetes.</translation>
    </message>
    <message>
        <source>What has been read stays open; series that are not complete say so</source>
        <translation>Lo leído queda abierto; las series incompletas lo dicen</translation>
    </message>
    <message>
        <source>What is done so far is kept</source>
        <translation>Lo hecho hasta ahora se conserva</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Lo que se imprime</translation>
    </message>
    <message>
        <source>What is where, in four steps</source>
        <translation>Qué está dónde, en cuatro pasos</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>What runs the model; by default TensorFlow where it has a GPU, else ONNX Runtime.</source>
        <translation>Qué ejecuta el modelo; de forma predeterminada TensorFlow si tiene GPU, si no ONNX Runtime.</translation>
    </message>
    <message>
        <source>What was asked to run the model is not installed or does not start here.</source>
        <translation>Lo que debía ejecutar el modelo no está instalado o no arranca aquí.</translation>
    </message>
    <message>
        <source>What was copied names the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>Lo copiado nombra al paciente. Ver, Ocultar identidad (Ctrl+H) lo excluye de todo lo que sale de TumorView.</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Wheel under the magnifier</source>
        <translation>Rueda bajo la lupa</translation>
    </message>
    <message>
        <source>Where the answer is from</source>
        <translation>De dónde viene la respuesta</translation>
    </message>
    <message>
        <source>Where the heatmap is shown</source>
        <translation>Dónde se muestra el mapa de calor</translation>
    </message>
    <message>
        <source>Where the heatmap passes the threshold; not a lesion outline</source>
        <translation>Dónde cruza el umbral el mapa de calor; no es el contorno de una lesión</translation>
    </message>
    <message>
        <source>Where the model saw signs of a tumour; not a lesion outline</source>
        <translation>Dónde vio el modelo signos de un tumor; no es el contorno de una lesión</translation>
    </message>
    <message>
        <source>Where the slice of the active pane cuts the images of the others</source>
        <translation>Donde el corte del panel activo corta las imágenes de los demás</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Who the patient is</source>
        <translation>Quién es el paciente</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Why there is no result</source>
        <translation>Por qué no hay resultado</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Window Center and Width of the file</source>
        <translation>Window Center y Width del fichero</translation>
    </message>
    <message>
        <source>Window from the values in a rectangle; Esc gives it up</source>
        <translation>Ventana según los valores de un rectángulo; Esc la abandona</translation>
    </message>
    <message>
        <source>Window of the file</source>
        <translation>Ventana del fichero</translation>
    </message>
    <message>
        <source>Window preset</source>
        <translation>Ventana predefinida</translation>
    </message>
    <message>
        <source>Window preset (keys 1 to 9)</source>
        <translation>Ventana predefinida (teclas 1 a 9)</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Ventanas predefinidas</translation>
    </message>
    <message>
        <source>Window together</source>
        <translation>Ventana conjunta</translation>
    </message>
    <message>
        <source>Window, four times as fast</source>
        <translation>Ventana, cuatro veces más rápido</translation>
    </message>
    <message>
        <source>Window, zoom, position, rotation and flip</source>
        <translation>Ventana, zoom, posición, giro y volteo</translation>
    </message>
    <message>
        <source>Window: right is wider, up is brighter (lower centre)</source>
        <translation>Ventana: a la derecha más ancha, arriba más clara (centro más bajo)</translation>
    </message>
    <message>
        <source>With a preview</source>
        <translation>Con vista previa</translation>
    </message>
    <message>
        <source>Words of the mark</source>
        <translation>Texto de la marca</translation>
    </message>
    <message>
        <source>Write some, or give a verdict.</source>
        <translation>Escriba uno, o dé un veredicto.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Escrito en {name}.</translation>
    </message>
    <message>
        <source>Your judgement of this answer</source>
        <translation>Su juicio sobre esta respuesta</translation>
    </message>
    <message>
        <source>Your own; Default gives the other back</source>
        <translation>La suya; Predeterminado devuelve la otra</translation>
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
        <translation>Zoom y movimiento conjuntos</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom en el puntero</translation>
    </message>
    <message>
        <source>Zoom {percent:.0%}</source>
        <translation>Zoom {percent:.0%}</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded.</source>
        <translation>`tumorview doctor` enumera lo que se puede decodificar.</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded; export the study in one of these.</source>
        <translation>`tumorview doctor` enumera lo que se puede decodificar; exporte el estudio de una de esas formas.</translation>
    </message>
    <message>
        <source>`tumorview doctor` says why; `--engine onnx` works on every machine.</source>
        <translation>`tumorview doctor` dice por qué; `--engine onnx` funciona en cualquier equipo.</translation>
    </message>
    <message>
        <source>`tumorview models` lists what is installed.</source>
        <translation>`tumorview models` enumera lo instalado.</translation>
    </message>
    <message>
        <source>a DICOM report can be about DICOM images only, and this image is none or has no UIDs</source>
        <translation>un informe DICOM solo puede tratar de imágenes DICOM, y esta imagen no lo es o no tiene UID</translation>
    </message>
    <message>
        <source>a JPEG has 1, 3 or 4 components</source>
        <translation>un JPEG tiene 1, 3 o 4 componentes</translation>
    </message>
    <message>
        <source>a chunk of the PNG file is damaged</source>
        <translation>un bloque del fichero PNG está dañado</translation>
    </message>
    <message>
        <source>a comment needs words</source>
        <translation>un comentario necesita palabras</translation>
    </message>
    <message>
        <source>a modality has two defaults</source>
        <translation>una modalidad tiene dos predeterminadas</translation>
    </message>
    <message>
        <source>a model file must be an ordinary file inside its model folder</source>
        <translation>un fichero de modelo debe ser un fichero normal dentro de su carpeta de modelo</translation>
    </message>
    <message>
        <source>a path that is no text</source>
        <translation>una ruta que no es texto</translation>
    </message>
    <message>
        <source>a path that is not absolute</source>
        <translation>una ruta que no es absoluta</translation>
    </message>
    <message>
        <source>a preset id is used twice</source>
        <translation>un identificador de ventana predefinida se usa dos veces</translation>
    </message>
    <message>
        <source>acquisition {number}</source>
        <translation>adquisición {number}</translation>
    </message>
    <message>
        <source>an element of the header is too large</source>
        <translation>un elemento de la cabecera es demasiado grande</translation>
    </message>
    <message>
        <source>an engine needs at least one thread</source>
        <translation>un motor necesita al menos un hilo</translation>
    </message>
    <message numerus="yes">
        <source>and {n} earlier ones</source>
        <translation>
            <numerusform>y {n} anterior</numerusform>
            <numerusform>y {n} anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>angle</source>
        <translation>ángulo</translation>
    </message>
    <message>
        <source>annotation burnt into the pixels</source>
        <translation>anotación incrustada en los píxeles</translation>
    </message>
    <message>
        <source>another folder with this model id comes first and is the one that is used</source>
        <translation>otra carpeta con este identificador de modelo va antes y es la que se usa</translation>
    </message>
    <message>
        <source>another scan is writing here</source>
        <translation>otro procesamiento está escribiendo aquí</translation>
    </message>
    <message>
        <source>another scan is writing here, so its rows cannot be shown yet</source>
        <translation>otro procesamiento está escribiendo aquí, así que sus filas aún no se pueden mostrar</translation>
    </message>
    <message>
        <source>any tumour</source>
        <translation>cualquier tumor</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>flecha</translation>
    </message>
    <message>
        <source>at the calibrated depth</source>
        <translation>a la profundidad calibrada</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>en el detector</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>beyond the zoom range</source>
        <translation>fuera del intervalo de zoom</translation>
    </message>
    <message>
        <source>calibration of the pixel spacing unknown</source>
        <translation>calibración del espaciado de píxeles desconocida</translation>
    </message>
    <message>
        <source>calibration unknown</source>
        <translation>calibración desconocida</translation>
    </message>
    <message>
        <source>change the words</source>
        <translation>cambiar el texto</translation>
    </message>
    <message>
        <source>change {mark}</source>
        <translation>cambiar {mark}</translation>
    </message>
    <message>
        <source>cobb angle</source>
        <translation>ángulo de Cobb</translation>
    </message>
    <message>
        <source>colour profile other than sRGB</source>
        <translation>perfil de color distinto de sRGB</translation>
    </message>
    <message>
        <source>compressed pixel data must be encapsulated</source>
        <translation>los datos de píxeles comprimidos deben estar encapsulados</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>fecha desconocida</translation>
    </message>
    <message>
        <source>delete all marks of the image</source>
        <translation>borrar todas las marcas de la imagen</translation>
    </message>
    <message>
        <source>delete {mark}</source>
        <translation>borrar {mark}</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>distancia</translation>
    </message>
    <message>
        <source>docs/CONFORMANCE.md lists what is read; export the image in another way.</source>
        <translation>docs/CONFORMANCE.md enumera lo que se lee; exporte la imagen de otra forma.</translation>
    </message>
    <message>
        <source>draw {mark}</source>
        <translation>dibujar {mark}</translation>
    </message>
    <message>
        <source>echo {number}</source>
        <translation>eco {number}</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>elipse</translation>
    </message>
    <message>
        <source>encoded otherwise than stated</source>
        <translation>codificado de otro modo que el indicado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>fewer frames than announced</source>
        <translation>menos frames de los anunciados</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>nombre de fichero</translation>
    </message>
    <message>
        <source>files of a concatenation missing</source>
        <translation>faltan ficheros de una concatenación</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>ajustado</translation>
    </message>
    <message>
        <source>flipped horizontally</source>
        <translation>volteada horizontalmente</translation>
    </message>
    <message>
        <source>frame of reference {number}</source>
        <translation>marco de referencia {number}</translation>
    </message>
    <message>
        <source>freehand region</source>
        <translation>región a mano alzada</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>rango completo</translation>
    </message>
    <message>
        <source>gantry tilt</source>
        <translation>inclinación del gantry</translation>
    </message>
    <message>
        <source>gap between slices</source>
        <translation>hueco entre cortes</translation>
    </message>
    <message>
        <source>going from control to control</source>
        <translation>ir de control en control</translation>
    </message>
    <message>
        <source>grey values and colours in one image</source>
        <translation>valores de gris y colores en una imagen</translation>
    </message>
    <message>
        <source>has overlays</source>
        <translation>tiene overlays</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>imagen {number}</translation>
    </message>
    <message>
        <source>image {number} of {count}</source>
        <translation>imagen {number} de {count}</translation>
    </message>
    <message>
        <source>image {number}: {problem}</source>
        <translation>imagen {number}: {problem}</translation>
    </message>
    <message>
        <source>images of several orientations</source>
        <translation>imágenes de varias orientaciones</translation>
    </message>
    <message>
        <source>images of several pixel spacings</source>
        <translation>imágenes de varios espaciados de píxeles</translation>
    </message>
    <message>
        <source>images of several sizes</source>
        <translation>imágenes de varios tamaños</translation>
    </message>
    <message>
        <source>images of this Photometric Interpretation are not read</source>
        <translation>las imágenes de esta Photometric Interpretation no se leen</translation>
    </message>
    <message>
        <source>images {first} to {last}</source>
        <translation>imágenes {first} a {last}</translation>
    </message>
    <message>
        <source>instance number</source>
        <translation>número de instancia</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>es demasiado largo</translation>
    </message>
    <message>
        <source>it was written by another version of TumorView, so its rows cannot be shown</source>
        <translation>lo escribió otra versión de TumorView, así que sus filas no se pueden mostrar</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>vinculado</translation>
    </message>
    <message>
        <source>linked by hand, offset {offset} mm</source>
        <translation>vinculado a mano, desfase {offset} mm</translation>
    </message>
    <message>
        <source>load measurements</source>
        <translation>cargar mediciones</translation>
    </message>
    <message>
        <source>more pixel data than described</source>
        <translation>más datos de píxeles que los descritos</translation>
    </message>
    <message>
        <source>mosaic of many slices</source>
        <translation>mosaico de muchos cortes</translation>
    </message>
    <message>
        <source>move {mark}</source>
        <translation>mover {mark}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>no decoder for this transfer syntax</source>
        <translation>no hay decodificador para esta sintaxis de transferencia</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>no hay ningún modelo instalado</translation>
    </message>
    <message>
        <source>no values in the region</source>
        <translation>ningún valor en la región</translation>
    </message>
    <message>
        <source>not a list of paths</source>
        <translation>no es una lista de rutas</translation>
    </message>
    <message>
        <source>not all files read</source>
        <translation>no se leyeron todos los ficheros</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>no analizada</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>no calibrado</translation>
    </message>
    <message>
        <source>not enough memory for one frame</source>
        <translation>memoria insuficiente para un frame</translation>
    </message>
    <message>
        <source>not enough memory for the image</source>
        <translation>memoria insuficiente para la imagen</translation>
    </message>
    <message>
        <source>not named in the file</source>
        <translation>no nombrado en el fichero</translation>
    </message>
    <message>
        <source>one of several parts of a series</source>
        <translation>una de varias partes de una serie</translation>
    </message>
    <message>
        <source>only JPEG XL has images of this Photometric Interpretation</source>
        <translation>solo JPEG XL tiene imágenes de esta Photometric Interpretation</translation>
    </message>
    <message>
        <source>opening a menu</source>
        <translation>abrir un menú</translation>
    </message>
    <message>
        <source>orientation unknown</source>
        <translation>orientación desconocida</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>relleno</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>página {number} de {count}</translation>
    </message>
    <message>
        <source>pixel spacing is that of the detector</source>
        <translation>el espaciado de píxeles es el del detector</translation>
    </message>
    <message>
        <source>pixel spacing unknown</source>
        <translation>espaciado de píxeles desconocido</translation>
    </message>
    <message>
        <source>position</source>
        <translation>posición</translation>
    </message>
    <message>
        <source>pressing the button that has the focus</source>
        <translation>pulsar el botón que tiene el foco</translation>
    </message>
    <message>
        <source>real size</source>
        <translation>tamaño real</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>rectángulo</translation>
    </message>
    <message>
        <source>refused by the model, no number</source>
        <translation>rechazada por el modelo, sin número</translation>
    </message>
    <message>
        <source>region</source>
        <translation>región</translation>
    </message>
    <message>
        <source>series {number}</source>
        <translation>serie {number}</translation>
    </message>
    <message>
        <source>size of the screen unknown</source>
        <translation>tamaño de la pantalla desconocido</translation>
    </message>
    <message>
        <source>slice spacing other than stated</source>
        <translation>espaciado de cortes distinto del indicado</translation>
    </message>
    <message>
        <source>something that is no table of TumorView&apos;s has the name that a table beside the CSV needs</source>
        <translation>algo que no es una tabla de TumorView tiene el nombre que necesita una tabla junto al CSV</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>text may be burnt into the pixels</source>
        <translation>puede haber texto incrustado en los píxeles</translation>
    </message>
    <message>
        <source>the DICOM data set cannot be read to its end</source>
        <translation>el conjunto de datos DICOM no se puede leer hasta el final</translation>
    </message>
    <message>
        <source>the DICOM header cannot be read</source>
        <translation>la cabecera DICOM no se puede leer</translation>
    </message>
    <message>
        <source>the JPEG file ends in the middle of its pixel data</source>
        <translation>el fichero JPEG termina en medio de sus datos de píxeles</translation>
    </message>
    <message>
        <source>the JPEG file ends within its header</source>
        <translation>el fichero JPEG termina dentro de su cabecera</translation>
    </message>
    <message>
        <source>the JPEG file has no frame header</source>
        <translation>el fichero JPEG no tiene cabecera de frame</translation>
    </message>
    <message>
        <source>the JPEG header is damaged</source>
        <translation>la cabecera JPEG está dañada</translation>
    </message>
    <message>
        <source>the PNG file does not begin with its header chunk</source>
        <translation>el fichero PNG no empieza con su bloque de cabecera</translation>
    </message>
    <message>
        <source>the PNG file ends before its end mark</source>
        <translation>el fichero PNG termina antes de su marca final</translation>
    </message>
    <message>
        <source>the PNG file ends in the middle of a chunk</source>
        <translation>el fichero PNG termina en medio de un bloque</translation>
    </message>
    <message>
        <source>the PNG header makes no sense</source>
        <translation>la cabecera PNG no tiene sentido</translation>
    </message>
    <message>
        <source>the archive is encrypted</source>
        <translation>el archivo está cifrado</translation>
    </message>
    <message>
        <source>the bits beside the pixels are lost in this compression</source>
        <translation>los bits junto a los píxeles se pierden en esta compresión</translation>
    </message>
    <message>
        <source>the data are no bytes</source>
        <translation>los datos no son bytes</translation>
    </message>
    <message>
        <source>the data set is deflated, and where it begins cannot be told</source>
        <translation>el conjunto de datos está comprimido con deflate y no se puede saber dónde empieza</translation>
    </message>
    <message>
        <source>the decoder ended while it read the image</source>
        <translation>el decodificador terminó mientras leía la imagen</translation>
    </message>
    <message>
        <source>the deflated data set cannot be inflated</source>
        <translation>el conjunto de datos comprimido con deflate no se puede descomprimir</translation>
    </message>
    <message>
        <source>the engine was closed</source>
        <translation>el motor se cerró</translation>
    </message>
    <message>
        <source>the file changed while it was read</source>
        <translation>el fichero cambió mientras se leía</translation>
    </message>
    <message>
        <source>the file ends before its content does</source>
        <translation>el fichero termina antes que su contenido</translation>
    </message>
    <message>
        <source>the file ends in the middle of its deflated data</source>
        <translation>el fichero termina en medio de sus datos comprimidos con deflate</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>el fichero está vacío</translation>
    </message>
    <message>
        <source>the file of colour tables cannot be read</source>
        <translation>el fichero de tablas de color no se puede leer</translation>
    </message>
    <message>
        <source>the file of colour tables does not hold the declared maps</source>
        <translation>el fichero de tablas de color no contiene las paletas declaradas</translation>
    </message>
    <message>
        <source>the file that is there is no report of marks</source>
        <translation>el fichero existente no es un informe de marcas</translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation>la carpeta no se puede leer</translation>
    </message>
    <message>
        <source>the folder has gone while it was scanned</source>
        <translation>la carpeta desapareció mientras se procesaba</translation>
    </message>
    <message>
        <source>the folder is empty, but the journal of the earlier scan knows files of it</source>
        <translation>la carpeta está vacía, pero el diario del procesamiento anterior conoce ficheros de ella</translation>
    </message>
    <message>
        <source>the folder to write to is not there</source>
        <translation>la carpeta de destino no está</translation>
    </message>
    <message>
        <source>the image cannot be decoded</source>
        <translation>la imagen no se puede decodificar</translation>
    </message>
    <message>
        <source>the image takes too long to decode</source>
        <translation>decodificar la imagen tarda demasiado</translation>
    </message>
    <message>
        <source>the measurements cannot be written</source>
        <translation>las mediciones no se pueden escribir</translation>
    </message>
    <message>
        <source>the model folder is not complete, this file is missing</source>
        <translation>la carpeta del modelo está incompleta, falta este fichero</translation>
    </message>
    <message>
        <source>the model gave a value that is not a number, so there are no probabilities</source>
        <translation>el modelo dio un valor que no es un número, así que no hay probabilidades</translation>
    </message>
    <message>
        <source>the model is not asked about reformatted images: it has learned images as the scanner made them</source>
        <translation>no se pregunta al modelo por imágenes reformateadas: ha aprendido imágenes como las hizo el equipo</translation>
    </message>
    <message>
        <source>the name cannot be opened</source>
        <translation>el nombre no se puede abrir</translation>
    </message>
    <message>
        <source>the network must have exactly one input</source>
        <translation>la red debe tener exactamente una entrada</translation>
    </message>
    <message>
        <source>the origin is no pair of numbers</source>
        <translation>el origen no es un par de números</translation>
    </message>
    <message>
        <source>the overlays cannot be read</source>
        <translation>los overlays no se pueden leer</translation>
    </message>
    <message>
        <source>the picture cannot be encoded as PNG</source>
        <translation>la imagen no se puede codificar como PNG</translation>
    </message>
    <message>
        <source>the picture would be too large, because the pixels of the image are so oblong</source>
        <translation>la imagen sería demasiado grande, porque sus píxeles son muy alargados</translation>
    </message>
    <message>
        <source>the pixel data are encapsulated but the transfer syntax says they are not</source>
        <translation>los datos de píxeles están encapsulados pero la sintaxis de transferencia dice que no</translation>
    </message>
    <message>
        <source>the printer takes no pages</source>
        <translation>la impresora no acepta páginas</translation>
    </message>
    <message>
        <source>the report that is there holds more than TumorView understands</source>
        <translation>el informe existente contiene más de lo que TumorView entiende</translation>
    </message>
    <message>
        <source>the scan has ended</source>
        <translation>el procesamiento ha terminado</translation>
    </message>
    <message>
        <source>the sequences are nested too deeply</source>
        <translation>las secuencias están anidadas con demasiada profundidad</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: an image has another size than its header said</source>
        <translation>la serie no se puede mostrar en otros planos: una imagen tiene otro tamaño del que decía su cabecera</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: it is in colour</source>
        <translation>la serie no se puede mostrar en otros planos: es en color</translation>
    </message>
    <message>
        <source>the slices that this image was reformatted from are not in memory any more</source>
        <translation>los cortes de los que se reformateó esta imagen ya no están en memoria</translation>
    </message>
    <message>
        <source>the window presets cannot be read</source>
        <translation>las ventanas predefinidas no se pueden leer</translation>
    </message>
    <message>
        <source>there is a file already, and a key is never replaced</source>
        <translation>ya hay un fichero, y una clave nunca se reemplaza</translation>
    </message>
    <message>
        <source>there is no file here</source>
        <translation>no hay ningún fichero aquí</translation>
    </message>
    <message>
        <source>there is no mark in it that TumorView understands</source>
        <translation>no hay en él ninguna marca que TumorView entienda</translation>
    </message>
    <message>
        <source>there is no model with this id</source>
        <translation>no hay ningún modelo con este identificador</translation>
    </message>
    <message>
        <source>there is no room to unpack the archive in the temporary folder</source>
        <translation>no hay espacio para extraer el archivo en la carpeta temporal</translation>
    </message>
    <message>
        <source>there is no such colour map</source>
        <translation>no existe esa paleta</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>no hay memoria suficiente para ello</translation>
    </message>
    <message>
        <source>there is not enough memory for the picture</source>
        <translation>no hay memoria suficiente para la imagen</translation>
    </message>
    <message>
        <source>this DICOM object has no image</source>
        <translation>este objeto DICOM no tiene imagen</translation>
    </message>
    <message>
        <source>this is a DICOMDIR, an index of other files</source>
        <translation>esto es un DICOMDIR, un índice de otros ficheros</translation>
    </message>
    <message>
        <source>this is a ZIP archive</source>
        <translation>esto es un archivo ZIP</translation>
    </message>
    <message>
        <source>this is not a DICOM file</source>
        <translation>esto no es un fichero DICOM</translation>
    </message>
    <message>
        <source>this is not a DICOM structured report</source>
        <translation>esto no es un informe estructurado DICOM</translation>
    </message>
    <message>
        <source>this is not a DICOM, PNG or JPEG file</source>
        <translation>esto no es un fichero DICOM, PNG o JPEG</translation>
    </message>
    <message>
        <source>this kind of JPEG is not read</source>
        <translation>este tipo de JPEG no se lee</translation>
    </message>
    <message>
        <source>this table was made with another model, another key or other options</source>
        <translation>esta tabla se hizo con otro modelo, otra clave u otras opciones</translation>
    </message>
    <message>
        <source>time {number}</source>
        <translation>tiempo {number}</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>a {name}</translation>
    </message>
    <message>
        <source>transfer syntax told from the data</source>
        <translation>sintaxis de transferencia deducida de los datos</translation>
    </message>
    <message>
        <source>tumour {probability}</source>
        <translation>tumor {probability}</translation>
    </message>
    <message>
        <source>two files with one SOP Instance UID</source>
        <translation>dos ficheros con un mismo SOP Instance UID</translation>
    </message>
    <message>
        <source>two images at one position</source>
        <translation>dos imágenes en una misma posición</translation>
    </message>
    <message>
        <source>undefined length</source>
        <translation>longitud indefinida</translation>
    </message>
    <message>
        <source>uneven slice spacing</source>
        <translation>espaciado de cortes irregular</translation>
    </message>
    <message>
        <source>what the images say of themselves cannot be put into a report</source>
        <translation>lo que las imágenes dicen de sí mismas no se puede incluir en un informe</translation>
    </message>
    <message>
        <source>where the model looked, not a lesion outline</source>
        <translation>dónde miró el modelo, no es el contorno de una lesión</translation>
    </message>
    <message>
        <source>without file meta information</source>
        <translation>sin File Meta Information</translation>
    </message>
    <message>
        <source>wrong length of the file meta information</source>
        <translation>longitud errónea de la File Meta Information</translation>
    </message>
    <message>
        <source>wrong length of the pixel data</source>
        <translation>longitud errónea de los datos de píxeles</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} píxeles</translation>
    </message>
    <message>
        <source>{count} failed (crossed boxes)</source>
        <translation>{count} fallidas (casillas tachadas)</translation>
    </message>
    <message>
        <source>{count} not analysed (no mark)</source>
        <translation>{count} no analizadas (sin marca)</translation>
    </message>
    <message>
        <source>{count} refused by the model (empty boxes)</source>
        <translation>{count} rechazadas por el modelo (casillas vacías)</translation>
    </message>
    <message>
        <source>{distance} mm apart, trilinear</source>
        <translation>separación {distance} mm, trilineal</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} files</source>
        <translation>
            <numerusform>{done} de {n} fichero</numerusform>
            <numerusform>{done} de {n} ficheros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images</source>
        <translation>
            <numerusform>{done} de {n} imagen</numerusform>
            <numerusform>{done} de {n} imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images were done before.</source>
        <translation>
            <numerusform>{done} de {n} imagen se hizo antes.</numerusform>
            <numerusform>{done} de {n} imágenes se hicieron antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message numerus="yes">
        <source>{found} of {n} series</source>
        <translation>
            <numerusform>{found} de {n} serie</numerusform>
            <numerusform>{found} de {n} series</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>{image}, key image</source>
        <translation>{image}, imagen clave</translation>
    </message>
    <message>
        <source>{key} is a key of “{action}”, which would lose it.</source>
        <translation>{key} es una tecla de «{action}», que la perdería.</translation>
    </message>
    <message>
        <source>{key} is for {use}.</source>
        <translation>{key} es para {use}.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} está libre.</translation>
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
        <translation>{modality} {description}, imagen {number} de {count}</translation>
    </message>
    <message>
        <source>{model} (not installed)</source>
        <translation>{model} (no instalado)</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} o {last}</translation>
    </message>
    <message>
        <source>{name} exists and will be replaced.</source>
        <translation>{name} existe y se reemplazará.</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} está escrito.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n} byte</numerusform>
            <numerusform>{n} bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters; at most {most} are kept</source>
        <translation>
            <numerusform>{n} carácter; se guardan como máximo {most}</numerusform>
            <numerusform>{n} caracteres; se guardan como máximo {most}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} elements</source>
        <translation>
            <numerusform>{n} elemento</numerusform>
            <numerusform>{n} elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are written.</source>
        <translation>
            <numerusform>{n} fichero está escrito.</numerusform>
            <numerusform>{n} ficheros están escritos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>{n} fichero no se pudo leer</numerusform>
            <numerusform>{n} ficheros no se pudieron leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images</source>
        <translation>
            <numerusform>{n} imagen</numerusform>
            <numerusform>{n} imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images could not be read: {which}</source>
        <translation>
            <numerusform>{n} imagen no se pudo leer: {which}</numerusform>
            <numerusform>{n} imágenes no se pudieron leer: {which}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks are of images whose SOP Instance UID several files have; they lie on the first of them.</source>
        <translation>
            <numerusform>{n} marca es de una imagen cuyo SOP Instance UID tienen varios ficheros; está en el primero de ellos.</numerusform>
            <numerusform>{n} marcas son de imágenes cuyo SOP Instance UID tienen varios ficheros; están en el primero de ellos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks copied.</source>
        <translation>
            <numerusform>{n} marca copiada.</numerusform>
            <numerusform>{n} marcas copiadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks loaded on {images}.</source>
        <translation>
            <numerusform>{n} marca cargada en {images}.</numerusform>
            <numerusform>{n} marcas cargadas en {images}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks of images that are not open</source>
        <translation>
            <numerusform>{n} marca de imágenes que no están abiertas</numerusform>
            <numerusform>{n} marcas de imágenes que no están abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks saved in {name}.</source>
        <translation>
            <numerusform>{n} marca guardada en {name}.</numerusform>
            <numerusform>{n} marcas guardadas en {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} matches in {total}</source>
        <translation>
            <numerusform>{n} coincidencia en {total}</numerusform>
            <numerusform>{n} coincidencias en {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these files exist, {name} among them. Replace them?</source>
        <translation>
            <numerusform>{n} de estos ficheros existe, {name}. ¿Reemplazarlo?</numerusform>
            <numerusform>{n} de estos ficheros existen, entre ellos {name}. ¿Reemplazarlos?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} overlays cannot be read</source>
        <translation>
            <numerusform>{n} overlay no se puede leer</numerusform>
            <numerusform>{n} overlays no se pueden leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pixels</source>
        <translation>
            <numerusform>{n} píxel</numerusform>
            <numerusform>{n} píxeles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans could not go on; the reasons stand in the queue.</source>
        <translation>
            <numerusform>{n} procesamiento no pudo continuar; el motivo está en la cola.</numerusform>
            <numerusform>{n} procesamientos no pudieron continuar; los motivos están en la cola.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans have ended:</source>
        <translation>
            <numerusform>{n} procesamiento ha terminado:</numerusform>
            <numerusform>{n} procesamientos han terminado:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans of the queue have not ended yet: Analysis, Scan a folder.</source>
        <translation>
            <numerusform>{n} procesamiento de la cola no ha terminado aún: Análisis, Procesar una carpeta.</numerusform>
            <numerusform>{n} procesamientos de la cola no han terminado aún: Análisis, Procesar una carpeta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans wait for you to start the queue.</source>
        <translation>
            <numerusform>{n} procesamiento espera a que inicie la cola.</numerusform>
            <numerusform>{n} procesamientos esperan a que inicie la cola.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} series</source>
        <translation>
            <numerusform>{n} serie</numerusform>
            <numerusform>{n} series</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate}, as the file asks</source>
        <translation>{rate}, como pide el fichero</translation>
    </message>
    <message>
        <source>{reason} (received: {value!r})</source>
        <translation>{reason} (recibido: {value!r})</translation>
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
        <translation>{series}, imagen {number} de {count}</translation>
    </message>
    <message>
        <source>{shortcuts} shows every key, {settings} every setting. Both can be changed, and this tour is in the menu Help.</source>
        <translation>{shortcuts} muestra cada tecla, {settings} cada ajuste. Ambos se pueden cambiar, y este recorrido está en el menú Ayuda.</translation>
    </message>
    <message>
        <source>{size}, {width} × {height} pixels</source>
        <translation>{size}, {width} × {height} píxeles</translation>
    </message>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text} ({count} veces)</translation>
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
            <numerusform>{total}, {n} privado se omite</numerusform>
            <numerusform>{total}, {n} privados se omiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{value:.2f} threshold</source>
        <translation>umbral {value:.2f}</translation>
    </message>
    <message>
        <source>{verdict} by {user}</source>
        <translation>{verdict} por {user}</translation>
    </message>
    <message>
        <source>{window}, inverted</source>
        <translation>{window}, invertida</translation>
    </message>
</context>
</TS>
