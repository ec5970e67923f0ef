<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>TumorView</name>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour reaches the threshold. The threshold decides: look closely for a tumour.</source>
        <translation>“{name}”是概率最高的单一类别，但肿瘤概率已达到阈值。以阈值为准：请仔细寻找肿瘤。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is the most probable single class, yet the probability of a tumour stays below the threshold. The threshold decides, but look closely here.</source>
        <translation>“{name}”是概率最高的单一类别，但肿瘤概率仍低于阈值。以阈值为准，但请在此处仔细观察。</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>分析(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>0 none</source>
        <translation>0 无</translation>
    </message>
    <message>
        <source>1 strong</source>
        <translation>1 强</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 至 9</translation>
    </message>
    <message>
        <source>1 × 2: two side by side</source>
        <translation>1 × 2：两个并排</translation>
    </message>
    <message>
        <source>1 × 3: three side by side</source>
        <translation>1 × 3：三个并排</translation>
    </message>
    <message>
        <source>1st to 99th percentile</source>
        <translation>第 1 至第 99 百分位</translation>
    </message>
    <message>
        <source>2 × 1: two, one above the other</source>
        <translation>2 × 1：两个上下排列</translation>
    </message>
    <message>
        <source>2 × 2: four</source>
        <translation>2 × 2：四个</translation>
    </message>
    <message>
        <source>2 × 3: six</source>
        <translation>2 × 3：六个</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>A DICOM attribute that the pixels depend on is missing or makes no sense; the sentence names it.</source>
        <translation>像素所依赖的某个 DICOM 属性缺失或不合理；句中已指明。</translation>
    </message>
    <message>
        <source>A ZIP archive asks for a password.</source>
        <translation>ZIP 压缩包需要密码。</translation>
    </message>
    <message>
        <source>A ZIP archive has links, names that lead elsewhere, or files that share their bytes or their name; nothing of it was unpacked.</source>
        <translation>ZIP 压缩包含有链接、指向别处的名称，或共用字节或名称的文件；未解压其中任何内容。</translation>
    </message>
    <message>
        <source>A ZIP archive, or a file in it, is damaged, cut, or compressed in a way that is not read.</source>
        <translation>ZIP 压缩包或其中的文件已损坏、被截断，或采用了无法读取的压缩方式。</translation>
    </message>
    <message>
        <source>A brain-image workstation that shows what a tumour model sees and how far to trust it.</source>
        <translation>一个脑部影像工作站，显示肿瘤模型看到了什么，以及在多大程度上可以相信它。</translation>
    </message>
    <message>
        <source>A colour map is missing or damaged.</source>
        <translation>色表缺失或已损坏。</translation>
    </message>
    <message>
        <source>A file is no report of measurements that TumorView understands, or the images cannot be put into one.</source>
        <translation>文件不是 TumorView 能理解的测量报告，或这些图像无法写入此类报告。</translation>
    </message>
    <message>
        <source>A file is recognised by its content and not by its name; export it as one of these.</source>
        <translation>文件按内容而非名称识别；请导出为其中一种格式。</translation>
    </message>
    <message>
        <source>A file of the model is missing or cannot be read.</source>
        <translation>模型的某个文件缺失或无法读取。</translation>
    </message>
    <message>
        <source>A file or folder for results cannot be written: full, read-only, missing or in use.</source>
        <translation>无法写入结果文件或文件夹：已满、只读、不存在或正在使用。</translation>
    </message>
    <message>
        <source>A head phantom that ships with TumorView; nobody&apos;s data</source>
        <translation>随 TumorView 提供的头部体模；不是任何人的数据</translation>
    </message>
    <message>
        <source>A millimetre is as long in every pane</source>
        <translation>每个窗格中一毫米的长度相同</translation>
    </message>
    <message>
        <source>A model file asks for code or files that no model needs; it is not opened.</source>
        <translation>模型文件要求模型不需要的代码或文件；不予打开。</translation>
    </message>
    <message>
        <source>A model file is not the one that its manifest names (SHA-256); it is not opened.</source>
        <translation>模型文件与其清单所列的不符（SHA-256）；不予打开。</translation>
    </message>
    <message>
        <source>A model folder&apos;s manifest is missing, unreadable or says something impossible.</source>
        <translation>模型文件夹的清单缺失、无法读取或内容不可能成立。</translation>
    </message>
    <message>
        <source>A name cannot begin or end with a full stop.</source>
        <translation>名称不能以句点开头或结尾。</translation>
    </message>
    <message>
        <source>A name cannot hold control characters.</source>
        <translation>名称不能包含控制字符。</translation>
    </message>
    <message>
        <source>A name cannot hold {character}.</source>
        <translation>名称不能包含 {character}。</translation>
    </message>
    <message>
        <source>A patient ID is missing.</source>
        <translation>缺少患者 ID。</translation>
    </message>
    <message>
        <source>A request could not be carried out.</source>
        <translation>请求无法执行。</translation>
    </message>
    <message>
        <source>A result could not be written.</source>
        <translation>结果无法写入。</translation>
    </message>
    <message>
        <source>A scan has not ended. When it is stopped, its rows so far are kept and it can be resumed; the rest of the queue waits.</source>
        <translation>有处理任务尚未结束。停止后已有的行会保留，且可继续；队列其余部分等待。</translation>
    </message>
    <message>
        <source>A scan was to use a cluster, and the library for it (Dask) is not installed.</source>
        <translation>处理任务需要使用集群，但所需的库（Dask）未安装。</translation>
    </message>
    <message>
        <source>A table was to be written as Parquet, and the library for it is not installed.</source>
        <translation>需要写入 Parquet 表，但所需的库未安装。</translation>
    </message>
    <message>
        <source>AI result</source>
        <translation>AI 结果</translation>
    </message>
    <message>
        <source>AVI (Motion JPEG), larger</source>
        <translation>AVI（Motion JPEG），较大</translation>
    </message>
    <message>
        <source>About TumorView</source>
        <translation>关于 TumorView</translation>
    </message>
    <message>
        <source>About the series</source>
        <translation>序列信息</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept the answer</source>
        <translation>接受结果</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>检查号</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Action or key</source>
        <translation>操作或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>添加到队列</translation>
    </message>
    <message>
        <source>All actions have their own keys. Restore them in Help, Change keys, or correct the file.</source>
        <translation>所有操作均使用自带按键。请在“帮助”&gt;“更改按键”中恢复，或更正该文件。</translation>
    </message>
    <message>
        <source>All cautions</source>
        <translation>全部注意事项</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>All measurements of the file are of images that are not open.</source>
        <translation>文件中的测量全部属于未打开的图像。</translation>
    </message>
    <message>
        <source>All settings of the dialog have their defaults; keys and recent files are as they were.</source>
        <translation>对话框中的所有设置已恢复默认值；按键和最近文件保持不变。</translation>
    </message>
    <message>
        <source>All text, no identity, no text</source>
        <translation>全部文字、无身份信息、无文字</translation>
    </message>
    <message>
        <source>All that is measured on the image, as a table</source>
        <translation>图像上的所有测量，以表格形式</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message numerus="yes">
        <source>All {n} files done</source>
        <translation>
            <numerusform>{n} 个文件已全部完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Also in another series of the study; from the first to the last</source>
        <translation>也可转到同一检查的其他序列；从最后一个到第一个</translation>
    </message>
    <message>
        <source>Also in another series of the study; from the last to the first</source>
        <translation>也可转到同一检查的其他序列；从第一个到最后一个</translation>
    </message>
    <message>
        <source>An image could not be read.</source>
        <translation>某个图像无法读取。</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>重新分析</translation>
    </message>
    <message>
        <source>Analyse an image as soon as it is opened; off: read first.</source>
        <translation>打开图像后立即分析；关闭：先阅片。</translation>
    </message>
    <message>
        <source>Analyse every image of a folder and write a CSV</source>
        <translation>分析文件夹中的每个图像并写入 CSV</translation>
    </message>
    <message>
        <source>Analyse image</source>
        <translation>分析图像</translation>
    </message>
    <message>
        <source>Analyse on opening</source>
        <translation>打开时分析</translation>
    </message>
    <message>
        <source>Analyse series</source>
        <translation>分析序列</translation>
    </message>
    <message>
        <source>Analyse the file by itself, with `tumorview analyze`; --retry-failed tries it again.</source>
        <translation>请用 `tumorview analyze` 单独分析该文件；--retry-failed 会重试。</translation>
    </message>
    <message>
        <source>Analyse with both</source>
        <translation>用两个模型分析</translation>
    </message>
    <message>
        <source>Analysing the image…</source>
        <translation>正在分析图像…</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>正在分析…</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more.</source>
        <translation>
            <numerusform>另有 {n} 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Annotation is burnt into the pixels; it may tell who the patient is.</source>
        <translation>像素中烧录有注释；可能透露患者身份。</translation>
    </message>
    <message>
        <source>Any tumour</source>
        <translation>任何肿瘤</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Area and pixel values; drag along the outline</source>
        <translation>面积和像素值；沿轮廓拖动</translation>
    </message>
    <message>
        <source>Area and pixel values; drag from corner to corner</source>
        <translation>面积和像素值；从一角拖到另一角</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>与文件一致</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>与屏幕一致</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Ask for one of those that the sentence names.</source>
        <translation>请选用句中所列的一个。</translation>
    </message>
    <message>
        <source>Ask the model about every image of the series</source>
        <translation>就该序列的每个图像询问模型</translation>
    </message>
    <message>
        <source>Ask the model about the image on screen</source>
        <translation>就屏幕上的图像询问模型</translation>
    </message>
    <message>
        <source>Ask the model second</source>
        <translation>其次再询问模型</translation>
    </message>
    <message>
        <source>Ask where it came from. Unpack it with a program that you trust, and open the folder.</source>
        <translation>请询问其来源。用您信任的程序解压，然后打开文件夹。</translation>
    </message>
    <message>
        <source>Ask where it came from; no program for images makes such archives.</source>
        <translation>请询问其来源；没有影像程序会生成这样的压缩包。</translation>
    </message>
    <message>
        <source>Auto window</source>
        <translation>自动窗宽窗位</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Back 10 images</source>
        <translation>后退 10 个图像</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Below it no heatmap is drawn.</source>
        <translation>低于此值不绘制热图。</translation>
    </message>
    <message>
        <source>Beside the image</source>
        <translation>在图像旁</translation>
    </message>
    <message>
        <source>Blank image</source>
        <translation>空白图像</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨窗</translation>
    </message>
    <message>
        <source>Both models suspect a tumour.</source>
        <translation>两个模型均怀疑有肿瘤。</translation>
    </message>
    <message>
        <source>Both models suspect no tumour.</source>
        <translation>两个模型均未怀疑有肿瘤。</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脑窗</translation>
    </message>
    <message>
        <source>Broken off when TumorView ended.</source>
        <translation>TumorView 结束时中断。</translation>
    </message>
    <message>
        <source>Broken off: {files}</source>
        <translation>已中断：{files}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Burned-in annotation: may show who the patient is</source>
        <translation>烧录注释：可能显示患者身份</translation>
    </message>
    <message>
        <source>By 90 degrees, for the whole series</source>
        <translation>旋转 90 度，作用于整个序列</translation>
    </message>
    <message>
        <source>By position in the patient, for series of one frame of reference</source>
        <translation>按患者体内位置，适用于同一参考坐标系的序列</translation>
    </message>
    <message>
        <source>By the look of it this is {sequence}; the model was validated on other MR sequences.</source>
        <translation>从外观看这是 {sequence}；模型是在其他 MR 序列上验证的。</translation>
    </message>
    <message>
        <source>By the look of the picture it is not clear whether this is MR or CT.</source>
        <translation>从图像外观无法确定是 MR 还是 CT。</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, sequence not clear.</source>
        <translation>从图像外观判断：{modality}，序列不明确。</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}, {sequence}.</source>
        <translation>从图像外观判断：{modality}，{sequence}。</translation>
    </message>
    <message>
        <source>By the look of the picture: {modality}.</source>
        <translation>从图像外观判断：{modality}。</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>CSV file to write</source>
        <translation>要写入的 CSV 文件</translation>
    </message>
    <message>
        <source>Calibrated probabilities</source>
        <translation>校准后的概率</translation>
    </message>
    <message>
        <source>Calibrated probabilities:</source>
        <translation>校准后的概率：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cannot tell apart: {names}.</source>
        <translation>无法区分：{names}。</translation>
    </message>
    <message>
        <source>Cause: {cause}</source>
        <translation>原因：{cause}</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Caution about burned-in text</source>
        <translation>烧录文字警告</translation>
    </message>
    <message>
        <source>Caution about identity</source>
        <translation>身份信息警告</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Change its words</source>
        <translation>更改其文字</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Check its name, the drive, and that you may read it; --resume goes on where it stopped.</source>
        <translation>请检查名称、驱动器以及读取权限；--resume 会从中断处继续。</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation>请检查文件是否仍在，以及您是否有读取权限。</translation>
    </message>
    <message>
        <source>Check that it is still there.</source>
        <translation>请检查文件是否仍在。</translation>
    </message>
    <message>
        <source>Check that there is room and that you may write there; `tumorview doctor` names the folder.</source>
        <translation>请检查是否有空间以及写入权限；`tumorview doctor` 会指出该文件夹。</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>Check the address and that the scheduler runs; --resume goes on where the scan stopped.</source>
        <translation>请检查地址以及调度器是否在运行；--resume 会从中断处继续处理。</translation>
    </message>
    <message>
        <source>Check the drive or the network, then open the file again.</source>
        <translation>请检查驱动器或网络，然后重新打开文件。</translation>
    </message>
    <message>
        <source>Check the model with: tumorview doctor</source>
        <translation>请用此命令检查模型：tumorview doctor</translation>
    </message>
    <message>
        <source>Check the permissions of the model folder.</source>
        <translation>请检查模型文件夹的权限。</translation>
    </message>
    <message>
        <source>Choose a DICOM structured report of measurements (TID 1500).</source>
        <translation>请选择一个 DICOM 结构化测量报告（TID 1500）。</translation>
    </message>
    <message>
        <source>Choose a file in a folder that exists.</source>
        <translation>请选择现有文件夹中的文件。</translation>
    </message>
    <message>
        <source>Choose a folder that can be written and has room.</source>
        <translation>请选择可写入且有空间的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>请选择现有且您可写入的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room.</source>
        <translation>请选择现有、可写入且有空间的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder that exists, can be written and has room; what was finished is kept for --resume.</source>
        <translation>请选择现有、可写入且有空间的文件夹；已完成的部分会为 --resume 保留。</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>请选择现有的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>请选择目标文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder with DICOM, PNG or JPEG files.</source>
        <translation>请选择含有 DICOM、PNG 或 JPEG 文件的文件夹。</translation>
    </message>
    <message>
        <source>Choose an action, then press the key that it is to have.</source>
        <translation>请选择一个操作，然后按下要赋予它的按键。</translation>
    </message>
    <message>
        <source>Choose another CSV file, or make this one anew with tumorview scan.</source>
        <translation>请选择另一个 CSV 文件，或用 tumorview scan 重新生成此文件。</translation>
    </message>
    <message>
        <source>Choose another engine or another model.</source>
        <translation>请选择另一个引擎或另一个模型。</translation>
    </message>
    <message>
        <source>Choose another format, or the size of the screen.</source>
        <translation>请选择另一种格式，或屏幕大小。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择另一个名称。</translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation>请选择另一个位置再试。</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>请选择另一个值。</translation>
    </message>
    <message>
        <source>Choose the CSV file</source>
        <translation>选择 CSV 文件</translation>
    </message>
    <message>
        <source>Choose the device cpu or the engine onnx.</source>
        <translation>请选择设备 cpu 或引擎 onnx。</translation>
    </message>
    <message>
        <source>Choose the folder of a study.</source>
        <translation>请选择一个检查的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder to scan</source>
        <translation>选择要处理的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>选择目标文件夹</translation>
    </message>
    <message>
        <source>Choose the other format of films, or another folder.</source>
        <translation>请选择另一种影片格式，或另一个文件夹。</translation>
    </message>
    <message>
        <source>Choose the size of the screen.</source>
        <translation>请选择屏幕大小。</translation>
    </message>
    <message>
        <source>Chosen for a sensitivity of {sensitivity:.1f} % and a specificity of {specificity:.1f} % on: {images}.</source>
        <translation>按灵敏度 {sensitivity:.1f} % 和特异度 {specificity:.1f} % 选定，依据：{images}。</translation>
    </message>
    <message>
        <source>Cine {rate:.3g}/s</source>
        <translation>电影 {rate:.3g}/s</translation>
    </message>
    <message>
        <source>Cividis (blue, grey, yellow)</source>
        <translation>Cividis（蓝、灰、黄）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class of the heatmap</source>
        <translation>热图的类别</translation>
    </message>
    <message>
        <source>Click a place, then type</source>
        <translation>点击一处，然后输入</translation>
    </message>
    <message>
        <source>Click an end, the vertex, the other end</source>
        <translation>点击一端、顶点和另一端</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>关闭所有检查</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后再试。</translation>
    </message>
    <message>
        <source>Close other programs, or scan with fewer --workers.</source>
        <translation>请关闭其他程序，或使用更少的 --workers。</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>关闭检查</translation>
    </message>
    <message>
        <source>Close the other studies</source>
        <translation>关闭其他检查</translation>
    </message>
    <message>
        <source>Close this study</source>
        <translation>关闭此检查</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>代码：{code}</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Colour converted</source>
        <translation>彩色已转换</translation>
    </message>
    <message>
        <source>Colour map of the heatmap</source>
        <translation>热图的色表</translation>
    </message>
    <message>
        <source>Colour map that heatmaps are drawn with.</source>
        <translation>绘制热图所用的色表。</translation>
    </message>
    <message>
        <source>Colour scale from 0, no evidence, to 1, strong evidence</source>
        <translation>色标从 0（无迹象）到 1（强迹象）</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colours of the window; system follows the desktop. Images stay on black.</source>
        <translation>窗口的颜色；“系统”跟随桌面。图像始终为黑色背景。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Comment on the result, without names of patients</source>
        <translation>对结果的评论，不含患者姓名</translation>
    </message>
    <message>
        <source>Comment; no names</source>
        <translation>评论；不含姓名</translation>
    </message>
    <message>
        <source>Compare these two studies all the same?</source>
        <translation>仍要比较这两个检查吗？</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>比较两个模型</translation>
    </message>
    <message>
        <source>Compare with another model…</source>
        <translation>与另一个模型比较…</translation>
    </message>
    <message>
        <source>Compare with the prior study</source>
        <translation>与既往检查比较</translation>
    </message>
    <message>
        <source>Connect the drive again and go on with --resume; what was finished is kept.</source>
        <translation>请重新连接驱动器并用 --resume 继续；已完成的部分会保留。</translation>
    </message>
    <message>
        <source>Connect the drive that it lies on, or scan without --resume.</source>
        <translation>请连接其所在的驱动器，或不用 --resume 处理。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy facts</source>
        <translation>复制信息</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <translation>请从来源处重新复制。</translation>
    </message>
    <message>
        <source>Copy measurements</source>
        <translation>复制测量</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy the file again from where it came from.</source>
        <translation>请从来源处重新复制该文件。</translation>
    </message>
    <message>
        <source>Copy the measurements as a table: Measure &gt; Copy measurements.</source>
        <translation>请以表格形式复制测量：测量 &gt; 复制测量。</translation>
    </message>
    <message>
        <source>Copy them as a table: Measure &gt; Copy measurements.</source>
        <translation>请以表格形式复制：测量 &gt; 复制测量。</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>复制此消息</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Correct or delete it; TumorView then starts with its own settings.</source>
        <translation>请更正或删除它；TumorView 随后会以自带设置启动。</translation>
    </message>
    <message>
        <source>Ctrl + Shift + left drag</source>
        <translation>Ctrl + Shift + 左键拖动</translation>
    </message>
    <message>
        <source>Ctrl + left drag</source>
        <translation>Ctrl + 左键拖动</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>Current {date}</source>
        <translation>当前 {date}</translation>
    </message>
    <message>
        <source>DICOM (MR, CT, multi-frame), PNG and JPEG</source>
        <translation>DICOM（MR、CT、多帧）、PNG 和 JPEG</translation>
    </message>
    <message>
        <source>DICOM header</source>
        <translation>DICOM 头信息</translation>
    </message>
    <message>
        <source>DICOM header…</source>
        <translation>DICOM 头信息…</translation>
    </message>
    <message>
        <source>DICOM overlays</source>
        <translation>DICOM 叠加层</translation>
    </message>
    <message>
        <source>DICOM structured report (*.dcm);;All files (*)</source>
        <translation>DICOM 结构化报告 (*.dcm);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>数据元素</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Default of {setting}</source>
        <translation>{setting}的默认值</translation>
    </message>
    <message>
        <source>Delete all marks of the image</source>
        <translation>删除图像的所有标记</translation>
    </message>
    <message>
        <source>Delete it, or choose another CSV file.</source>
        <translation>请删除它，或选择另一个 CSV 文件。</translation>
    </message>
    <message>
        <source>Delete the selected mark</source>
        <translation>删除选中的标记</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Do not use it, and ask where it came from.</source>
        <translation>请勿使用，并询问其来源。</translation>
    </message>
    <message>
        <source>Does all files again and replaces the table</source>
        <translation>重新处理所有文件并替换表格</translation>
    </message>
    <message>
        <source>Does the files again that failed; the others stay</source>
        <translation>重新处理失败的文件；其他文件不变</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed</source>
        <translation>完成：已分析 {analysed} 个</translation>
    </message>
    <message>
        <source>Done: {analysed} analysed, {failed} failed</source>
        <translation>完成：已分析 {analysed} 个，失败 {failed} 个</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Double click on an arrow or text</source>
        <translation>双击箭头或文字</translation>
    </message>
    <message>
        <source>Drag a series from the list</source>
        <translation>从列表拖动序列</translation>
    </message>
    <message>
        <source>Drag a series here from the list, or make this the active pane and choose one.</source>
        <translation>从列表将序列拖到此处，或将此窗格设为活动窗格再选择序列。</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>从一端拖到另一端，或点击两端</translation>
    </message>
    <message>
        <source>Drag from the tip to the tail, then type what it says</source>
        <translation>从箭尖拖到箭尾，然后输入文字</translation>
    </message>
    <message>
        <source>Drag with the left button for the window, turn the wheel for the slices, drag with the right button to zoom. The keys 1 to 9 are window presets, {reset} brings the image back.</source>
        <translation>按住左键拖动调整窗宽窗位，转动滚轮浏览层面，按住右键拖动缩放。按键 1 至 9 为窗宽窗位预设，{reset} 恢复图像。</translation>
    </message>
    <message>
        <source>Dragging up raises the window centre in place of lowering it.</source>
        <translation>向上拖动提高窗位，而不是降低。</translation>
    </message>
    <message>
        <source>Draw a line where the heatmap passes its threshold.</source>
        <translation>在热图越过阈值处画线。</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Drop a folder or files anywhere on the window, or open them here ({open_folder}). The sample study in the menu File is nobody&apos;s data.</source>
        <translation>将文件夹或文件拖放到窗口任意处，或在此打开（{open_folder}）。“文件”菜单中的示例检查不是任何人的数据。</translation>
    </message>
    <message>
        <source>Drop a study folder, a ZIP archive or images here</source>
        <translation>将检查文件夹、ZIP 压缩包或图像拖放到此处</translation>
    </message>
    <message>
        <source>Each model has its own classes, threshold and calibration: their numbers are not on one scale, and two that agree are no proof, least of all where they learned from the same images. A model without a threshold suspects a tumour from 50 % on.</source>
        <translation>每个模型都有自己的类别、阈值和校准：它们的数值不在同一尺度上，两者一致并不构成证据，尤其当它们从相同图像学习时。没有阈值的模型从 50 % 起怀疑有肿瘤。</translation>
    </message>
    <message>
        <source>Each of the workers that were given the file ended: it may have been made to do harm, or ask for more memory than a worker has.</source>
        <translation>接收该文件的每个工作进程都已终止：它可能意图造成危害，或要求的内存超过工作进程所有。</translation>
    </message>
    <message>
        <source>Earlier judgements of this image</source>
        <translation>此图像先前的评判</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Empty pane</source>
        <translation>空窗格</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Engine and device of the model</source>
        <translation>模型的引擎和设备</translation>
    </message>
    <message>
        <source>Enlarges what lies under the pointer; tap the key to switch it, or hold it for a look</source>
        <translation>放大指针所在处；轻按该键切换，按住则临时查看</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>每项更改立即生效。</translation>
    </message>
    <message>
        <source>Every data element of the file whose image is on screen</source>
        <translation>屏幕上图像所属文件的每个数据元素</translation>
    </message>
    <message>
        <source>Double-click a line, or press Enter, to open the image in the viewer</source>
        <translation>双击一行或按回车键以打开图像</translation>
    </message>
    <message>
        <source>Earlier in the queue</source>
        <translation>在队列中提前</translation>
    </message>
    <message>
        <source>Every image of the folder and its subfolders gets a row in the CSV; a file that cannot be read gets a row with the reason. Scans run one after the other.</source>
        <translation>文件夹及其子文件夹中的每个图像在 CSV 中占一行；无法读取的文件占一行并注明原因。处理任务依次进行。</translation>
    </message>
    <message>
        <source>Every image of the series as shown, a file each</source>
        <translation>序列中每个图像按显示效果各存一个文件</translation>
    </message>
    <message>
        <source>Every image of the series, a file each</source>
        <translation>序列中每个图像各存一个文件</translation>
    </message>
    <message>
        <source>Every mark of the study, as a DICOM structured report</source>
        <translation>检查的所有标记，存为 DICOM 结构化报告</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据强度</translation>
    </message>
    <message>
        <source>Exchange black and white</source>
        <translation>互换黑白</translation>
    </message>
    <message>
        <source>Exchange left and right on the screen, for the whole series</source>
        <translation>互换屏幕左右，作用于整个序列</translation>
    </message>
    <message>
        <source>Exchange top and bottom on the screen, for the whole series</source>
        <translation>互换屏幕上下，作用于整个序列</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export a film of the series…</source>
        <translation>将序列导出为影片…</translation>
    </message>
    <message>
        <source>Export image…</source>
        <translation>导出图像…</translation>
    </message>
    <message>
        <source>Export judgements</source>
        <translation>导出评判</translation>
    </message>
    <message>
        <source>Export judgements…</source>
        <translation>导出评判…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>导出序列…</translation>
    </message>
    <message>
        <source>Export the study again. If that does not help, report it to the maker of the device.</source>
        <translation>请重新导出该检查。若仍无效，请报告给设备厂商。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File LUT {number}</source>
        <translation>文件 LUT {number}</translation>
    </message>
    <message>
        <source>File and place in the series</source>
        <translation>文件及其在序列中的位置</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>File limits</source>
        <translation>文件限制</translation>
    </message>
    <message>
        <source>File window {number}</source>
        <translation>文件窗宽窗位 {number}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>文件：{name}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files and folders opened lately, latest first.</source>
        <translation>最近打开的文件和文件夹，最新的在前。</translation>
    </message>
    <message>
        <source>Files being read</source>
        <translation>正在读取的文件</translation>
    </message>
    <message>
        <source>Files that are done and have not changed are not done again</source>
        <translation>已完成且未更改的文件不再重复处理</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Find study or series…</source>
        <translation>查找检查或序列…</translation>
    </message>
    <message>
        <source>First image</source>
        <translation>第一个图像</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>第一个模型</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>水平翻转</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>垂直翻转</translation>
    </message>
    <message>
        <source>Flipped horizontally</source>
        <translation>已水平翻转</translation>
    </message>
    <message>
        <source>Flipped vertically</source>
        <translation>已垂直翻转</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder to scan</source>
        <translation>要处理的文件夹</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>目标文件夹</translation>
    </message>
    <message>
        <source>Folder with DICOM, PNG or JPEG images</source>
        <translation>含有 DICOM、PNG 或 JPEG 图像的文件夹</translation>
    </message>
    <message>
        <source>For a study of another day: show the same place in both, then link</source>
        <translation>用于不同日期的检查：先在两者中显示同一位置，再关联</translation>
    </message>
    <message>
        <source>For series of one modality and unit; for MR also of one sequence</source>
        <translation>适用于同一模态和单位的序列；MR 还须为同一序列类型</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Forward 10 images</source>
        <translation>前进 10 个图像</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Free some space there, or unpack it elsewhere and open the folder.</source>
        <translation>请在该处腾出空间，或在别处解压后打开文件夹。</translation>
    </message>
    <message>
        <source>Free some space there, or unpack the archive elsewhere and open the folder.</source>
        <translation>请在该处腾出空间，或在别处解压该压缩包后打开文件夹。</translation>
    </message>
    <message>
        <source>Free some space, close the program that has it open, or choose another place.</source>
        <translation>请腾出空间、关闭正在使用它的程序，或选择另一个位置。</translation>
    </message>
    <message>
        <source>Free some space, or check that you may write there, and judge again.</source>
        <translation>请腾出空间，或检查您能否在该处写入，然后重新评判。</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>请腾出空间，或选择另一个磁盘。</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>手绘区域</translation>
    </message>
    <message>
        <source>From a reformatted image back to the slices of the scanner</source>
        <translation>从重组图像返回设备采集的层面</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Give a folder that exists and that you may read.</source>
        <translation>请给出现有且您可读取的文件夹。</translation>
    </message>
    <message>
        <source>Give actions keys of your own</source>
        <translation>为操作设置自己的按键</translation>
    </message>
    <message>
        <source>Give every action the keys that it came with</source>
        <translation>恢复每个操作的自带按键</translation>
    </message>
    <message>
        <source>Give every setting of this dialog its default; keys stay</source>
        <translation>恢复此对话框中每项设置的默认值；按键不变</translation>
    </message>
    <message>
        <source>Give the action the keys that it came with</source>
        <translation>恢复该操作的自带按键</translation>
    </message>
    <message>
        <source>Give the action this key alone</source>
        <translation>只给该操作这一个按键</translation>
    </message>
    <message>
        <source>Give the action this key beside those that it has</source>
        <translation>在已有按键之外再给该操作此按键</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>请给文件命名。</translation>
    </message>
    <message>
        <source>Glioma</source>
        <translation>胶质瘤</translation>
    </message>
    <message>
        <source>Go on from the earlier scan</source>
        <translation>从先前的处理继续</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Go to image</source>
        <translation>转到图像</translation>
    </message>
    <message>
        <source>Go to the highest</source>
        <translation>转到最高处</translation>
    </message>
    <message>
        <source>Go to the highest probability</source>
        <translation>转到最高概率</translation>
    </message>
    <message>
        <source>Graphics and regions that the file draws over its image</source>
        <translation>文件绘制在图像上的图形和区域</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Head and neck</source>
        <translation>头颈</translation>
    </message>
    <message>
        <source>Heat below it is not drawn</source>
        <translation>低于此值的热度不绘制</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Heatmap beside the image</source>
        <translation>热图在图像旁</translation>
    </message>
    <message>
        <source>Heatmap colours</source>
        <translation>热图颜色</translation>
    </message>
    <message>
        <source>Heatmap contour</source>
        <translation>热图等值线</translation>
    </message>
    <message>
        <source>Heatmap for {name}, drawn from {threshold:.2f} on: {note}</source>
        <translation>{name}的热图，自 {threshold:.2f} 起绘制：{note}</translation>
    </message>
    <message>
        <source>Heatmap for {name}: {note}</source>
        <translation>{name}的热图：{note}</translation>
    </message>
    <message>
        <source>Heatmap opacity</source>
        <translation>热图不透明度</translation>
    </message>
    <message>
        <source>Heatmap threshold</source>
        <translation>热图阈值</translation>
    </message>
    <message>
        <source>Hide identity</source>
        <translation>隐藏身份信息</translation>
    </message>
    <message>
        <source>Hide who the patient is on screen, in titles and exports.</source>
        <translation>在屏幕、标题和导出中隐藏患者身份。</translation>
    </message>
    <message>
        <source>Hide who the patient is: on the image and in the window title</source>
        <translation>隐藏患者身份：在图像上和窗口标题中</translation>
    </message>
    <message>
        <source>Highest probability: image {number}, {probability}.</source>
        <translation>最高概率：图像 {number}，{probability}。</translation>
    </message>
    <message>
        <source>Holds the scan where it is; model and memory stay in use, and the queue waits. To let go of them, stop it: it can be resumed later.</source>
        <translation>将处理暂停在当前位置；模型和内存仍被占用，队列等待。要释放它们，请停止：之后可以继续。</translation>
    </message>
    <message>
        <source>How strong the evidence is</source>
        <translation>依据有多强</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份信息</translation>
    </message>
    <message>
        <source>Identity is hidden in the whole application (View, Hide identity)</source>
        <translation>整个应用程序已隐藏身份信息（“视图”&gt;“隐藏身份信息”）</translation>
    </message>
    <message>
        <source>If you trust the file, raise the limits: `--limits N`, or `file_limits` in the settings. Else export it in parts; docs/CONFORMANCE.md states the limits.</source>
        <translation>若您信任该文件，请提高限制：`--limits N`，或设置中的 `file_limits`。否则请分部分导出；限制见 docs/CONFORMANCE.md。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Image alone</source>
        <translation>仅图像</translation>
    </message>
    <message>
        <source>Image and model result</source>
        <translation>图像和模型结果</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer</source>
        <translation>图像和模型的回答</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page</source>
        <translation>图像和模型的回答，在一页上</translation>
    </message>
    <message>
        <source>Image and model&apos;s answer on a page, as PDF</source>
        <translation>图像和模型的回答，在一页上，存为 PDF</translation>
    </message>
    <message>
        <source>Image with heatmap</source>
        <translation>带热图的图像</translation>
    </message>
    <message>
        <source>Image {number} / {count}</source>
        <translation>图像 {number} / {count}</translation>
    </message>
    <message>
        <source>Image {number} cannot be read: {problem}</source>
        <translation>图像 {number} 无法读取：{problem}</translation>
    </message>
    <message>
        <source>Image {number} of {count}</source>
        <translation>图像 {number}，共 {count}</translation>
    </message>
    <message>
        <source>Image {number}: {said}</source>
        <translation>图像 {number}：{said}</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}</source>
        <translation>图像，第 {number} 个窗格，共 {count} 个</translation>
    </message>
    <message>
        <source>Image, pane {number} of {count}, active</source>
        <translation>图像，第 {number} 个窗格，共 {count} 个，活动</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>Images without a study</source>
        <translation>无检查信息的图像</translation>
    </message>
    <message>
        <source>In English: {sentence}</source>
        <translation>英文原文：{sentence}</translation>
    </message>
    <message>
        <source>In several panes: all go to the point under the pointer</source>
        <translation>多窗格时：所有窗格转到指针所在的点</translation>
    </message>
    <message>
        <source>In the active pane, interpolated between the slices</source>
        <translation>在活动窗格中，层面之间插值</translation>
    </message>
    <message>
        <source>Inferno (black, red, yellow)</source>
        <translation>Inferno（黑、红、黄）</translation>
    </message>
    <message>
        <source>Install TumorView again.</source>
        <translation>请重新安装 TumorView。</translation>
    </message>
    <message>
        <source>Install it (pip install &apos;tumorview[parquet]&apos;), or leave out --parquet.</source>
        <translation>请安装它（pip install &apos;tumorview[parquet]&apos;），或去掉 --parquet。</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;tumorview[keras]&quot;, or with &quot;tumorview[cuda]&quot; for an NVIDIA GPU on Linux; or choose the engine onnx.</source>
        <translation>请用此命令安装：pip install &quot;tumorview[keras]&quot;，在 Linux 上使用 NVIDIA GPU 则用 &quot;tumorview[cuda]&quot;；或选择引擎 onnx。</translation>
    </message>
    <message>
        <source>Install it with: pip install onnxruntime</source>
        <translation>请用此命令安装：pip install onnxruntime</translation>
    </message>
    <message>
        <source>Install the CUDA libraries with: pip install &quot;tumorview[cuda]&quot;.</source>
        <translation>请用此命令安装 CUDA 库：pip install &quot;tumorview[cuda]&quot;。</translation>
    </message>
    <message>
        <source>Install the extra `cluster`, on every machine that takes part, or leave out --cluster.</source>
        <translation>请在每台参与的计算机上安装附加组件 `cluster`，或去掉 --cluster。</translation>
    </message>
    <message>
        <source>Install the extra `parquet`, or do without it: the CSV holds the same.</source>
        <translation>请安装附加组件 `parquet`，或不用它：CSV 内容相同。</translation>
    </message>
    <message>
        <source>Install the model folder again from where it came.</source>
        <translation>请从来源处重新安装模型文件夹。</translation>
    </message>
    <message>
        <source>Install the model folder again, or update TensorFlow.</source>
        <translation>请重新安装模型文件夹，或更新 TensorFlow。</translation>
    </message>
    <message>
        <source>Install the model folder again, or update onnxruntime.</source>
        <translation>请重新安装模型文件夹，或更新 onnxruntime。</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>预期用途</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model</source>
        <translation>模型的预期用途、局限和指标</translation>
    </message>
    <message>
        <source>Intended use, limits and figures of the model in use</source>
        <translation>当前模型的预期用途、局限和指标</translation>
    </message>
    <message>
        <source>Invert grey scale</source>
        <translation>灰度反转</translation>
    </message>
    <message>
        <source>It has {key} already.</source>
        <translation>它已有 {key}。</translation>
    </message>
    <message>
        <source>JPEG, smaller, with loss</source>
        <translation>JPEG，较小，有损</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep my login name with it</source>
        <translation>同时保存我的登录名</translation>
    </message>
    <message>
        <source>Keep scanning</source>
        <translation>继续处理</translation>
    </message>
    <message>
        <source>Keep the comment without a verdict</source>
        <translation>保存评论但不作评判</translation>
    </message>
    <message>
        <source>Keep the login name with accepted and rejected results.</source>
        <translation>将登录名与接受和拒绝的结果一同保存。</translation>
    </message>
    <message>
        <source>Kept in the audit journal</source>
        <translation>保存在审计日志中</translation>
    </message>
    <message>
        <source>Keras (TensorFlow)</source>
        <translation>Keras (TensorFlow)</translation>
    </message>
    <message>
        <source>Keras is set to another backend than tensorflow</source>
        <translation>Keras 设置了 tensorflow 以外的后端</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>{action}的按键</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Key or gesture</source>
        <translation>按键或手势</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>按键和鼠标</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window; system follows the desktop. CSV, command line and logs stay English. Holds from the next start.</source>
        <translation>窗口的语言；“系统”跟随桌面。CSV、命令行和日志保持英文。下次启动时生效。</translation>
    </message>
    <message>
        <source>Last image</source>
        <translation>最后一个图像</translation>
    </message>
    <message>
        <source>Later in the queue</source>
        <translation>在队列中推后</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Layout: {rows} by {columns}</source>
        <translation>布局：{rows} 行 {columns} 列</translation>
    </message>
    <message>
        <source>Leave out --make-key to use it, or name another file.</source>
        <translation>要使用它请去掉 --make-key，或指定另一个文件。</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>左键拖动</translation>
    </message>
    <message>
        <source>Left drag on a mark or handle</source>
        <translation>左键拖动标记或控制点</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>未排除</translation>
    </message>
    <message>
        <source>Left out: {which}.</source>
        <translation>未计入：{which}。</translation>
    </message>
    <message>
        <source>Lens {factor:g}×</source>
        <translation>放大镜 {factor:g}×</translation>
    </message>
    <message>
        <source>Let a file ask for so many times as much memory, frames and elements as usual; for files that you trust. Holds from the next start.</source>
        <translation>允许文件使用数倍于平常的内存、帧数和元素；用于您信任的文件。下次启动时生效。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licensed under Apache-2.0. Uses Qt through PySide6 (LGPL). Help, Licences shows the licence of every part.</source>
        <translation>以 Apache-2.0 许可。通过 PySide6 (LGPL) 使用 Qt。“帮助”&gt;“许可证”显示各部分的许可证。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>局限</translation>
    </message>
    <message>
        <source>Line at the threshold</source>
        <translation>阈值处画线</translation>
    </message>
    <message>
        <source>Link by hand, with an offset</source>
        <translation>手动关联，带偏移</translation>
    </message>
    <message>
        <source>List of key images…</source>
        <translation>关键图像列表…</translation>
    </message>
    <message>
        <source>Listing the folder and loading the model…</source>
        <translation>正在列出文件夹并加载模型…</translation>
    </message>
    <message>
        <source>Load measurements</source>
        <translation>加载测量</translation>
    </message>
    <message>
        <source>Load measurements…</source>
        <translation>加载测量…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Login name with judgements</source>
        <translation>评判附登录名</translation>
    </message>
    <message>
        <source>Longest run of neighbours: {which}.</source>
        <translation>最长的相邻连续：{which}。</translation>
    </message>
    <message>
        <source>Look at the printer, or choose another one.</source>
        <translation>请检查打印机，或选择另一台。</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>正在查找图像…</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Lossy compression</source>
        <translation>有损压缩</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>分辨率低</translation>
    </message>
    <message>
        <source>MP4 (MPEG-4), with loss</source>
        <translation>MP4 (MPEG-4)，有损</translation>
    </message>
    <message>
        <source>MP4 or AVI, at the rate that the series plays at</source>
        <translation>MP4 或 AVI，按序列播放的速率</translation>
    </message>
    <message>
        <source>Magma (black, purple, cream)</source>
        <translation>Magma（黑、紫、米白）</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Magnify more or less</source>
        <translation>增大或减小放大倍数</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>按您的习惯设置</translation>
    </message>
    <message>
        <source>Mark the image on screen to come back to it; kept until TumorView is closed</source>
        <translation>标记屏幕上的图像以便返回；保留到 TumorView 关闭</translation>
    </message>
    <message>
        <source>Marks are kept until TumorView is closed.</source>
        <translation>标记保留到 TumorView 关闭。</translation>
    </message>
    <message>
        <source>Marks from a DICOM structured report onto the images of the study</source>
        <translation>将 DICOM 结构化报告中的标记加载到检查的图像上</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Mean {mean}   SD {deviation}</source>
        <translation>均值 {mean}   标准差 {deviation}</translation>
    </message>
    <message>
        <source>Measurements and drawings</source>
        <translation>测量和绘图</translation>
    </message>
    <message>
        <source>Measurements are not saved</source>
        <translation>测量未保存</translation>
    </message>
    <message>
        <source>Measurements of an image that is not DICOM cannot be saved as a DICOM report.</source>
        <translation>非 DICOM 图像的测量无法存为 DICOM 报告。</translation>
    </message>
    <message>
        <source>Memory for images (MiB)</source>
        <translation>图像内存 (MiB)</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>内存占用</translation>
    </message>
    <message>
        <source>Memory that TumorView holds now, without the processes that decode</source>
        <translation>TumorView 当前占用的内存，不含解码进程</translation>
    </message>
    <message>
        <source>Meningioma</source>
        <translation>脑膜瘤</translation>
    </message>
    <message>
        <source>MiB of memory for images that are read already, and ahead while one scrolls; an image of 512 x 512 takes 1.</source>
        <translation>用于已读取图像及滚动时预读的内存（MiB）；一个 512 x 512 的图像占 1。</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>中键拖动</translation>
    </message>
    <message>
        <source>Min {least}   Max {most}</source>
        <translation>最小 {least}   最大 {most}</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>成像模态</translation>
    </message>
    <message>
        <source>Modality in doubt</source>
        <translation>模态存疑</translation>
    </message>
    <message>
        <source>Modality not validated</source>
        <translation>模态未经验证</translation>
    </message>
    <message>
        <source>Modality unknown</source>
        <translation>模态未知</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model and engine of this result</source>
        <translation>此结果的模型和引擎</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>模型卡…</translation>
    </message>
    <message>
        <source>Model not available</source>
        <translation>模型不可用</translation>
    </message>
    <message>
        <source>Model not loaded</source>
        <translation>模型未加载</translation>
    </message>
    <message>
        <source>Model that answers; by default the first one found.</source>
        <translation>作答的模型；默认为找到的第一个。</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>拼图</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>移动图像</translation>
    </message>
    <message>
        <source>Move the mark, or change it</source>
        <translation>移动或更改标记</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name a file with at least 32 random bytes, or let `--make-key` make one.</source>
        <translation>请指定至少含 32 个随机字节的文件，或让 `--make-key` 生成一个。</translation>
    </message>
    <message>
        <source>Name another file and add --make-key to make a random key.</source>
        <translation>请指定另一个文件并加上 --make-key 以生成随机密钥。</translation>
    </message>
    <message>
        <source>Name of the file, without its ending</source>
        <translation>文件名称，不含扩展名</translation>
    </message>
    <message>
        <source>Name the file with your key, or add --make-key to make a new one.</source>
        <translation>请指定您的密钥文件，或加上 --make-key 生成新密钥。</translation>
    </message>
    <message>
        <source>Neither model gives an answer for this image.</source>
        <translation>两个模型均未对此图像作答。</translation>
    </message>
    <message>
        <source>New scan</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一个图像</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>下一个关键图像</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>下一个序列</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>No class is probable enough to stand out.</source>
        <translation>没有足够突出的类别。</translation>
    </message>
    <message>
        <source>No font on this computer has the characters of {language}, so the window is in English. Install one (on Debian and Ubuntu: fonts-noto-cjk) and start TumorView again.</source>
        <translation>此计算机没有{language}字体，因此窗口为英文。请安装字体（Debian 和 Ubuntu：fonts-noto-cjk），然后重新启动 TumorView。</translation>
    </message>
    <message>
        <source>No heatmap for this image</source>
        <translation>此图像没有热图</translation>
    </message>
    <message>
        <source>No image of the series has an answer</source>
        <translation>序列中没有图像得到回答</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>No key image in this study. K marks the image on screen.</source>
        <translation>此检查中没有关键图像。按 K 标记屏幕上的图像。</translation>
    </message>
    <message>
        <source>No model card</source>
        <translation>没有模型卡</translation>
    </message>
    <message>
        <source>No model loaded yet</source>
        <translation>尚未加载模型</translation>
    </message>
    <message>
        <source>No model that can be used is installed.</source>
        <translation>没有安装可用的模型。</translation>
    </message>
    <message>
        <source>No patient named</source>
        <translation>未注明患者</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Report as PDF (Ctrl+E) writes the same page to a file.</source>
        <translation>此计算机未设置打印机。“PDF 报告”(Ctrl+E) 可将同样的页面写入文件。</translation>
    </message>
    <message>
        <source>No probabilities are given.</source>
        <translation>不给出概率。</translation>
    </message>
    <message>
        <source>No probabilities are shown.</source>
        <translation>不显示概率。</translation>
    </message>
    <message>
        <source>No score: it would be the highest mean of {neighbours} neighbouring images, and no {neighbours} neighbours have an answer.</source>
        <translation>无评分：评分应为 {neighbours} 个相邻图像均值的最高值，而没有 {neighbours} 个相邻图像得到回答。</translation>
    </message>
    <message>
        <source>No series of the other study is of the same modality, plane and sequence; its first one is shown. Another one can be dragged there from the list.</source>
        <translation>另一检查中没有模态、平面和序列类型相同的序列；显示其第一个序列。可从列表将其他序列拖到该处。</translation>
    </message>
    <message>
        <source>No tumour</source>
        <translation>无肿瘤</translation>
    </message>
    <message>
        <source>No tumour suspected</source>
        <translation>未怀疑肿瘤</translation>
    </message>
    <message numerus="yes">
        <source>No tumour suspected in {n} images with an answer</source>
        <translation>
            <numerusform>{n} 个有回答的图像中未怀疑肿瘤</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these are next to each other; the first is {which}.</source>
        <translation>这些图像互不相邻；第一个是{which}。</translation>
    </message>
    <message>
        <source>Not analysed by this model.</source>
        <translation>此模型未分析。</translation>
    </message>
    <message>
        <source>Not calibrated: how often such a score is right was not measured on series. The model&apos;s threshold was chosen for single images and decides nothing here.</source>
        <translation>未校准：此类评分在序列上的正确率未经测量。模型的阈值是针对单个图像选定的，在此不作任何判定。</translation>
    </message>
    <message>
        <source>Not drawn: {problem}</source>
        <translation>未绘制：{problem}</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>不适用于</translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation>尚未评判。</translation>
    </message>
    <message>
        <source>Not shown of the file: {what}.</source>
        <translation>文件中未显示的内容：{what}。</translation>
    </message>
    <message>
        <source>Not validated for CT.</source>
        <translation>未针对 CT 验证。</translation>
    </message>
    <message>
        <source>Not validated for MR.</source>
        <translation>未针对 MR 验证。</translation>
    </message>
    <message>
        <source>Not validated for this MR sequence.</source>
        <translation>未针对此 MR 序列验证。</translation>
    </message>
    <message>
        <source>Not validated for this kind of image.</source>
        <translation>未针对此类图像验证。</translation>
    </message>
    <message>
        <source>Not validated for {kind}.</source>
        <translation>未针对{kind}验证。</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有打开任何内容</translation>
    </message>
    <message>
        <source>Nothing is written.</source>
        <translation>未写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing is wrong with it; it cannot be analysed.</source>
        <translation>它没有问题；只是无法分析。</translation>
    </message>
    <message>
        <source>Nothing to compare: {model} gives no answer for this image.</source>
        <translation>无可比较：{model} 未对此图像作答。</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Number of elements</source>
        <translation>元素数量</translation>
    </message>
    <message>
        <source>ONNX Runtime</source>
        <translation>ONNX Runtime</translation>
    </message>
    <message>
        <source>Of TumorView and of all that is in it</source>
        <translation>TumorView 及其所含一切的许可证</translation>
    </message>
    <message>
        <source>On the image</source>
        <translation>在图像上</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>图像上的内容</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>单个图像</translation>
    </message>
    <message>
        <source>One millimetre on the screen is one millimetre in the patient</source>
        <translation>屏幕上的一毫米即患者体内的一毫米</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>一个窗格</translation>
    </message>
    <message>
        <source>One pixel of the image is one pixel of the screen</source>
        <translation>图像的一个像素即屏幕的一个像素</translation>
    </message>
    <message>
        <source>One row of three panes</source>
        <translation>一行三个窗格</translation>
    </message>
    <message>
        <source>One row of two panes</source>
        <translation>一行两个窗格</translation>
    </message>
    <message>
        <source>One window</source>
        <translation>单一窗口</translation>
    </message>
    <message>
        <source>Only one model is installed: {title} {version}.</source>
        <translation>只安装了一个模型：{title} {version}。</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Opacity of the heatmap in percent</source>
        <translation>热图不透明度（百分比）</translation>
    </message>
    <message>
        <source>Opacity of the heatmap&apos;s hottest place.</source>
        <translation>热图最热处的不透明度。</translation>
    </message>
    <message>
        <source>Open CSV folder</source>
        <translation>打开 CSV 文件夹</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>打开图像文件夹</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>打开检查</translation>
    </message>
    <message>
        <source>Open an image to ask the model about it.</source>
        <translation>打开图像以询问模型。</translation>
    </message>
    <message>
        <source>Open an image to compare what two models say of it.</source>
        <translation>打开图像以比较两个模型的回答。</translation>
    </message>
    <message>
        <source>Open an image to see its header.</source>
        <translation>打开图像以查看其头信息。</translation>
    </message>
    <message>
        <source>Open every image in a folder</source>
        <translation>打开文件夹中的每个图像</translation>
    </message>
    <message>
        <source>Open files that are double-clicked in the window that is already there; off: in a window of their own.</source>
        <translation>在已打开的窗口中打开双击的文件；关闭：在新窗口中打开。</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>Open it again once it is complete.</source>
        <translation>待其完整后请重新打开。</translation>
    </message>
    <message>
        <source>Open it by itself: it is then listed like a folder.</source>
        <translation>请单独打开它：随后会像文件夹一样列出。</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近</translation>
    </message>
    <message>
        <source>Open the archive by itself: it is then listed like a folder.</source>
        <translation>请单独打开该压缩包：随后会像文件夹一样列出。</translation>
    </message>
    <message>
        <source>Open the folder that it lies in.</source>
        <translation>请打开其所在的文件夹。</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>打开示例检查</translation>
    </message>
    <message>
        <source>Open the study that they were made on, then load them again.</source>
        <translation>请打开作出这些测量的检查，然后重新加载。</translation>
    </message>
    <message>
        <source>Ordered by {what}</source>
        <translation>排序依据：{what}</translation>
    </message>
    <message>
        <source>Orientation letters and ruler</source>
        <translation>方位字母和标尺</translation>
    </message>
    <message>
        <source>Orientation of the paper</source>
        <translation>纸张方向</translation>
    </message>
    <message>
        <source>Other patient? {date}</source>
        <translation>不同患者？{date}</translation>
    </message>
    <message>
        <source>Outcome of the export</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Outcome of the scan</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Overlays may show who the patient is</source>
        <translation>叠加层可能显示患者身份</translation>
    </message>
    <message>
        <source>Overlays off</source>
        <translation>叠加层已关闭</translation>
    </message>
    <message>
        <source>Own keys of actions, by the action&apos;s id; an empty list takes its key away.</source>
        <translation>操作的自定义按键，按操作标识；空列表表示取消按键。</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>自定义窗宽窗位</translation>
    </message>
    <message>
        <source>PNG, lossless</source>
        <translation>PNG，无损</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Parquet cannot be written: pyarrow is not installed</source>
        <translation>无法写入 Parquet：未安装 pyarrow</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Part of the image</source>
        <translation>图像范围</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>组成部分及其许可证</translation>
    </message>
    <message>
        <source>Path: {path}</source>
        <translation>路径：{path}</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Patient {number}</source>
        <translation>患者 {number}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused at {files}</source>
        <translation>暂停于 {files}</translation>
    </message>
    <message>
        <source>Paused: {files}</source>
        <translation>已暂停：{files}</translation>
    </message>
    <message>
        <source>Perhaps not the same patient</source>
        <translation>可能不是同一患者</translation>
    </message>
    <message>
        <source>Pituitary tumour</source>
        <translation>垂体瘤</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>减慢播放</translation>
    </message>
    <message>
        <source>Play the series</source>
        <translation>播放序列</translation>
    </message>
    <message>
        <source>Please report it with the log; `tumorview doctor` says where that is.</source>
        <translation>请连同日志一起报告；`tumorview doctor` 会指出日志位置。</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Posterior fossa</source>
        <translation>后颅窝</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>页面预览</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一个图像</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>上一个关键图像</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>上一个序列</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Prior {date}</source>
        <translation>既往 {date}</translation>
    </message>
    <message>
        <source>Private tags</source>
        <translation>私有标签</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, at or above the threshold of {threshold}.</source>
        <translation>肿瘤概率 {probability}，达到或高于阈值 {threshold}。</translation>
    </message>
    <message>
        <source>Probability of a tumour {probability}, below the threshold of {threshold}.</source>
        <translation>肿瘤概率 {probability}，低于阈值 {threshold}。</translation>
    </message>
    <message>
        <source>Probability of tumour by image</source>
        <translation>各图像的肿瘤概率</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>分析进度</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>处理进度</translation>
    </message>
    <message>
        <source>Put the folder of another model into {place}, then open this window again.</source>
        <translation>请将另一个模型的文件夹放入 {place}，然后重新打开此窗口。</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Queue of scans</source>
        <translation>处理任务队列</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Raise the limits with --limits, or the setting file_limits.</source>
        <translation>请用 --limits 或设置 file_limits 提高限制。</translation>
    </message>
    <message>
        <source>Re-run failures</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>阅片</translation>
    </message>
    <message>
        <source>Read it as it was taken.</source>
        <translation>请按其采集方位阅片。</translation>
    </message>
    <message>
        <source>Read with reserve</source>
        <translation>读取有保留</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅片</translation>
    </message>
    <message>
        <source>Reading the header…</source>
        <translation>正在读取头信息…</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>正在读取许可证…</translation>
    </message>
    <message>
        <source>Reading the model card…</source>
        <translation>正在读取模型卡…</translation>
    </message>
    <message numerus="yes">
        <source>Reading {done} of {n} files…</source>
        <translation>
            <numerusform>正在读取 {done} / {n} 个文件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>正在读取 {done} / {total}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Stopped after {files}</source>
        <translation>停止于 {files} 之后</translation>
    </message>
    <message>
        <source>The scan of {name} in the queue writes to this CSV too. Choose another, or its rows will be replaced.</source>
        <translation>队列中 {name} 的处理任务也写入此 CSV。请另选文件，否则其行会被替换。</translation>
    </message>
    <message>
        <source>Window presets: those of the file first, then those of the modality</source>
        <translation>窗宽窗位预设：先是文件的，然后是该模态的</translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, none failed</source>
        <translation>
            <numerusform>已分析 {n} 个图像，无失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images analysed, {failed} failed</source>
        <translation>
            <numerusform>已分析 {n} 个图像，{failed} 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>{outcome}, in {duration}.</source>
        <translation>{outcome}，用时 {duration}。</translation>
    </message>
    <message>
        <source>{rate} files/s · about {duration} left</source>
        <translation>{rate} 个文件/秒 · 剩余约 {duration}</translation>
    </message>
    <message>
        <source>{rate} files/s · {unknown} left</source>
        <translation>{rate} 个文件/秒 · 剩余 {unknown}</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>And as DICOM parametric maps, for a PACS</source>
        <translation>同时保存为 DICOM 参数图(Parametric Map),供 PACS 使用</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>轴位</translation>
    </message>
    <message>
        <source>Axial of {series}</source>
        <translation>{series} 轴位</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>冠状位</translation>
    </message>
    <message>
        <source>Coronal of {series}</source>
        <translation>{series} 冠状位</translation>
    </message>
    <message>
        <source>Images that are not DICOM, or have no place in the patient, get the picture only</source>
        <translation>非 DICOM 图像或没有患者空间位置的图像只保存带热图的图片</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>参考线</translation>
    </message>
    <message>
        <source>Reformat axial</source>
        <translation>轴位重组</translation>
    </message>
    <message>
        <source>Reformat coronal</source>
        <translation>冠状位重组</translation>
    </message>
    <message>
        <source>Reformat in three planes</source>
        <translation>三平面重组</translation>
    </message>
    <message>
        <source>Reformat sagittal</source>
        <translation>矢状位重组</translation>
    </message>
    <message>
        <source>Reformat the series again.</source>
        <translation>请重新重组该序列。</translation>
    </message>
    <message numerus="yes">
        <source>Reformatted from {n} slices</source>
        <translation>
            <numerusform>由 {n} 个层面重组</numerusform>
        </translation>
    </message>
    <message>
        <source>Reformatting: {done} of {total} slices read…</source>
        <translation>正在重组：已读取 {done} / {total} 个层面…</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Reject the answer</source>
        <translation>拒绝结果</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>移除标记</translation>
    </message>
    <message>
        <source>Rename it, or choose another CSV file.</source>
        <translation>请重命名它，或选择另一个 CSV 文件。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>PDF 报告…</translation>
    </message>
    <message>
        <source>Reports, presentation states and other objects without pixels are not analysed.</source>
        <translation>报告、显示状态和其他不含像素的对象不予分析。</translation>
    </message>
    <message>
        <source>Research use only. Not cleared as a medical device.</source>
        <translation>仅供研究使用。未获准作为医疗器械。</translation>
    </message>
    <message>
        <source>Research use only; not cleared as a medical device. It supplements and does not replace reading the full study. Images that are not flagged still have to be read.</source>
        <translation>仅供研究使用；未获准作为医疗器械。它补充而不能取代对完整检查的阅片。未被标示的图像仍须阅片。</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>重置所有设置</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Restore all keys</source>
        <translation>恢复所有按键</translation>
    </message>
    <message>
        <source>Results of the scan</source>
        <translation>处理结果列表</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Reverse the window drag</source>
        <translation>反转窗宽窗位拖动方向</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotated {degrees}°</source>
        <translation>已旋转 {degrees}°</translation>
    </message>
    <message>
        <source>Running: listing the folder</source>
        <translation>正在运行：列出文件夹</translation>
    </message>
    <message>
        <source>Running: {files}</source>
        <translation>正在运行：{files}</translation>
    </message>
    <message>
        <source>SHA-256 of the manifest</source>
        <translation>清单的 SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>模型的 SHA-256</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message>
        <source>Sagittal of {series}</source>
        <translation>{series} 矢状位</translation>
    </message>
    <message>
        <source>Save a picture with the heatmap of each image</source>
        <translation>为每个图像保存一张带热图的图片</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>保存测量</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>保存测量…</translation>
    </message>
    <message>
        <source>Save measurements… (DICOM images only)</source>
        <translation>保存测量…（仅限 DICOM 图像）</translation>
    </message>
    <message>
        <source>Scan a folder</source>
        <translation>处理文件夹</translation>
    </message>
    <message>
        <source>Scan a folder…</source>
        <translation>处理文件夹…</translation>
    </message>
    <message>
        <source>Scan again without --resume; the finished rows of the CSV are not touched.</source>
        <translation>请不用 --resume 重新处理；CSV 中已完成的行不受影响。</translation>
    </message>
    <message>
        <source>Scan anew</source>
        <translation>重新处理</translation>
    </message>
    <message>
        <source>Scan folders</source>
        <translation>处理文件夹</translation>
    </message>
    <message>
        <source>Scan without --resume to begin anew.</source>
        <translation>请不用 --resume 从头开始。</translation>
    </message>
    <message numerus="yes">
        <source>Score {score}, pooled from {answered} of {n} images by the highest mean of {neighbours} neighbouring images ({which}).</source>
        <translation>
            <numerusform>评分 {score}，由 {n} 个图像中的 {answered} 个汇总，取 {neighbours} 个相邻图像均值的最高值（{which}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll through the series</source>
        <translation>滚动浏览序列</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>同步滚动</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in file and reason</source>
        <translation>在文件和原因中搜索</translation>
    </message>
    <message>
        <source>Search in the results</source>
        <translation>在结果中搜索</translation>
    </message>
    <message>
        <source>Search studies and series</source>
        <translation>搜索检查和序列</translation>
    </message>
    <message>
        <source>Search the header</source>
        <translation>搜索头信息</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>搜索按键</translation>
    </message>
    <message>
        <source>Search the list by name, date, description or modality</source>
        <translation>按姓名、日期、描述或模态搜索列表</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>第二个模型</translation>
    </message>
    <message>
        <source>Secondary capture: burned-in text may show who the patient is</source>
        <translation>二次采集：烧录文字可能显示患者身份</translation>
    </message>
    <message>
        <source>See the rows of the frames before.</source>
        <translation>请参见前面各帧的行。</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列类型</translation>
    </message>
    <message>
        <source>Sequence not validated</source>
        <translation>序列未经验证</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Series as acquired</source>
        <translation>原始采集序列</translation>
    </message>
    <message>
        <source>Series found</source>
        <translation>找到的序列</translation>
    </message>
    <message>
        <source>Series list</source>
        <translation>序列列表</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>序列 {number}</translation>
    </message>
    <message>
        <source>Set up another scan; it waits for those before it</source>
        <translation>设置另一个处理任务；它会等待前面的任务</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Shift + left button</source>
        <translation>Shift + 左键</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短它。</translation>
    </message>
    <message>
        <source>Show elements that a manufacturer has defined</source>
        <translation>显示厂商自定义的元素</translation>
    </message>
    <message>
        <source>Show heatmap</source>
        <translation>显示热图</translation>
    </message>
    <message>
        <source>Show heatmap on the image</source>
        <translation>在图像上显示热图</translation>
    </message>
    <message>
        <source>Show it in the pane where it is dropped</source>
        <translation>在放下的窗格中显示</translation>
    </message>
    <message>
        <source>Show only rows of one predicted class</source>
        <translation>仅显示某一预测类别的行</translation>
    </message>
    <message>
        <source>Show only rows with one caution</source>
        <translation>仅显示带某一注意事项的行</translation>
    </message>
    <message>
        <source>Show or hide the list of studies and series</source>
        <translation>显示或隐藏检查和序列列表</translation>
    </message>
    <message>
        <source>Show or hide the model&apos;s result. Read first, AI second.</source>
        <translation>显示或隐藏模型的结果。先阅片，后看 AI。</translation>
    </message>
    <message>
        <source>Show the heatmap beside the plain image, not on it.</source>
        <translation>在原始图像旁显示热图，而不是叠加其上。</translation>
    </message>
    <message>
        <source>Show the series as acquired and analyse that.</source>
        <translation>请显示原始采集序列并分析它。</translation>
    </message>
    <message>
        <source>Show what tells who, where and when; private values are hidden with it</source>
        <translation>显示透露何人、何地、何时的内容；隐藏时私有值一并隐藏</translation>
    </message>
    <message>
        <source>Shows where the model looked. Not a lesion outline.</source>
        <translation>显示模型关注之处。不是病灶轮廓。</translation>
    </message>
    <message>
        <source>Shows where the model sees signs of a tumour, of whatever type. Not a lesion outline.</source>
        <translation>显示模型认为有肿瘤迹象之处，不论类型。不是病灶轮廓。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Slices, pane {number}</source>
        <translation>层面，窗格 {number}</translation>
    </message>
    <message>
        <source>So many frames of the file failed one after the other, and all alike, that the rest was left alone.</source>
        <translation>该文件接连有多个帧以同样方式失败，因此放弃了其余各帧。</translation>
    </message>
    <message>
        <source>Some pixels are colours and no grey values; the model was given all as grey.</source>
        <translation>部分像素是彩色而非灰度值；提供给模型的全部为灰度。</translation>
    </message>
    <message>
        <source>Something that TumorView did not foresee; details without patients&apos; data are in the log.</source>
        <translation>TumorView 未预见的情况；详细信息（不含患者数据）见日志。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). TumorView goes on.</source>
        <translation>发生意外错误（{kind}）。TumorView 继续运行。</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>您可随时重新开始。</translation>
    </message>
    <message>
        <source>Start scan</source>
        <translation>开始处理</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>启动队列</translation>
    </message>
    <message>
        <source>Start workers that have the same TumorView and models and see the folder under the same path; docs/SCALING.md says how.</source>
        <translation>请启动具有相同 TumorView 和模型、并以相同路径访问该文件夹的工作进程；方法见 docs/SCALING.md。</translation>
    </message>
    <message>
        <source>State of the export</source>
        <translation>导出状态</translation>
    </message>
    <message>
        <source>State of the header</source>
        <translation>头信息状态</translation>
    </message>
    <message>
        <source>State of the print</source>
        <translation>打印状态</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>停止读取文件</translation>
    </message>
    <message>
        <source>Stop the analysis</source>
        <translation>停止分析</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>在完成前已停止。</translation>
    </message>
    <message>
        <source>Stopped. Nothing is written.</source>
        <translation>已停止。未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. {n} files are written and whole.</source>
        <translation>
            <numerusform>已停止。{n} 个文件已完整写入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {files}</source>
        <translation>已停止：{files}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>卒中</translation>
    </message>
    <message>
        <source>Stroke, narrow</source>
        <translation>卒中，窄窗</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>检查和序列</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Study of {date}</source>
        <translation>{date} 的检查</translation>
    </message>
    <message>
        <source>Study, date unknown</source>
        <translation>检查，日期未知</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>硬膜下</translation>
    </message>
    <message>
        <source>TIFF, lossless</source>
        <translation>TIFF，无损</translation>
    </message>
    <message>
        <source>Table of results</source>
        <translation>结果表</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag, keyword, name or value</source>
        <translation>标签、关键字、名称或值</translation>
    </message>
    <message>
        <source>Take out of the queue; files stay</source>
        <translation>移出队列；文件保留</translation>
    </message>
    <message>
        <source>Take the keys of the action away</source>
        <translation>取消该操作的按键</translation>
    </message>
    <message>
        <source>Take this key</source>
        <translation>占用此按键</translation>
    </message>
    <message>
        <source>TensorFlow finds no GPU although an NVIDIA driver is present</source>
        <translation>存在 NVIDIA 驱动，但 TensorFlow 找不到 GPU</translation>
    </message>
    <message>
        <source>TensorFlow is not installed, which the Keras engine needs</source>
        <translation>Keras 引擎所需的 TensorFlow 未安装</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text in the corners</source>
        <translation>四角文字</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>Text on the image</source>
        <translation>图像上的文字</translation>
    </message>
    <message>
        <source>The DICOM object has no image: a report, a presentation state, a structure set.</source>
        <translation>该 DICOM 对象没有图像：是报告、显示状态或结构集。</translation>
    </message>
    <message>
        <source>The answer is right  (Ctrl+Shift+Y)</source>
        <translation>回答正确  (Ctrl+Shift+Y)</translation>
    </message>
    <message>
        <source>The answer is wrong  (Ctrl+Shift+N)</source>
        <translation>回答错误  (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>The answer stays closed until you ask: {result_panel} opens the panel, {analyze_image} analyses the image. For research only; images that are not flagged still have to be read.</source>
        <translation>在您询问之前回答保持隐藏：{result_panel} 打开面板，{analyze_image} 分析图像。仅供研究使用；未被标示的图像仍须阅片。</translation>
    </message>
    <message>
        <source>The audit journal as a CSV</source>
        <translation>将审计日志存为 CSV</translation>
    </message>
    <message>
        <source>The classes that are not ruled out hold the right one in about {share:.0f} of 100 images like those of the calibration.</source>
        <translation>在每 100 个与校准图像相似的图像中，约有 {share:.0f} 个的正确类别在未排除的类别之中。</translation>
    </message>
    <message>
        <source>The cluster has no worker that can take part: there is none, or each has another version, another model, or does not see the folder.</source>
        <translation>集群中没有可参与的工作进程：没有工作进程，或它们的版本、模型不同，或无法访问该文件夹。</translation>
    </message>
    <message>
        <source>The colours are meant for another profile than sRGB and may look different here.</source>
        <translation>颜色面向 sRGB 以外的配置文件，在此处可能显示不同。</translation>
    </message>
    <message>
        <source>The content is none of DICOM, PNG and JPEG, or the path is no plain file.</source>
        <translation>内容不是 DICOM、PNG 或 JPEG，或路径不是普通文件。</translation>
    </message>
    <message>
        <source>The data are not encoded as the file states; they were read as they are.</source>
        <translation>数据的编码与文件声明不符；已按实际编码读取。</translation>
    </message>
    <message>
        <source>The decision by the threshold and the most probable class say different things.</source>
        <translation>按阈值的判定与概率最高的类别不一致。</translation>
    </message>
    <message>
        <source>The details are in the log; please report them.</source>
        <translation>详细信息见日志；请报告。</translation>
    </message>
    <message>
        <source>The drive that the file lies on has not answered for a long time.</source>
        <translation>文件所在的驱动器长时间没有响应。</translation>
    </message>
    <message>
        <source>The earlier study of the patient beside the later one, with the series that match</source>
        <translation>将患者较早的检查与较晚的检查并排，并匹配序列</translation>
    </message>
    <message>
        <source>The file asks for more memory, frames or elements than TumorView gives one file.</source>
        <translation>文件要求的内存、帧数或元素超过 TumorView 给单个文件的限额。</translation>
    </message>
    <message>
        <source>The file does not keep to the standard or holds more than grey values; it was read as far as it can be trusted.</source>
        <translation>文件不符合标准或不只含灰度值；仅在可信范围内读取。</translation>
    </message>
    <message>
        <source>The file does not say how the image was made, so nothing vouches that the model is valid for it.</source>
        <translation>文件未说明图像的成像方式，因此无法保证模型对其有效。</translation>
    </message>
    <message>
        <source>The file does not say how the image was made. That it is {modality} was judged from the picture.</source>
        <translation>文件未说明图像的成像方式。它是 {modality} 是根据图像判断的。</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was told from the data.</source>
        <translation>文件未声明传输语法；已从数据推断。</translation>
    </message>
    <message>
        <source>The file ends before its content does.</source>
        <translation>文件在其内容结束之前就结束了。</translation>
    </message>
    <message>
        <source>The file has no content.</source>
        <translation>文件没有内容。</translation>
    </message>
    <message>
        <source>The file has no frame of that number.</source>
        <translation>文件没有该编号的帧。</translation>
    </message>
    <message>
        <source>The file has no preamble or no file meta information, so it is no complete DICOM file.</source>
        <translation>文件没有前导或文件元信息，因此不是完整的 DICOM 文件。</translation>
    </message>
    <message>
        <source>The file has overlays; the model was not given them.</source>
        <translation>文件含有叠加层；未提供给模型。</translation>
    </message>
    <message>
        <source>The file holds fewer frames than it announces; those that are there are shown.</source>
        <translation>文件所含帧数少于声明；显示现有的帧。</translation>
    </message>
    <message>
        <source>The file holds more pixel data than its header describes; what is left was not read.</source>
        <translation>文件所含像素数据多于头信息的描述；多余部分未读取。</translation>
    </message>
    <message>
        <source>The file is a DICOMDIR, an index of other files.</source>
        <translation>文件是 DICOMDIR，即其他文件的索引。</translation>
    </message>
    <message>
        <source>The file is a ZIP archive within a folder or within another archive; it is not unpacked there.</source>
        <translation>文件是位于文件夹或另一压缩包内的 ZIP 压缩包；不在该处解压。</translation>
    </message>
    <message>
        <source>The file is damaged or made to do harm; the other images are not affected.</source>
        <translation>文件已损坏或意图造成危害；其他图像不受影响。</translation>
    </message>
    <message>
        <source>The file is sound, but holds a kind of image that is not read.</source>
        <translation>文件完好，但含有无法读取的图像类型。</translation>
    </message>
    <message>
        <source>The file says that text which may name the patient is burned into its pixels (Burned In Annotation is YES). It stays in every export, also while identity is hidden.</source>
        <translation>文件声明其像素中烧录有可能指明患者的文字（Burned In Annotation 为 YES）。即使隐藏身份信息，它仍会保留在每次导出中。</translation>
    </message>
    <message>
        <source>The file states a wrong length of its file meta information; it was read to its end.</source>
        <translation>文件声明的文件元信息长度有误；已读取到其结尾。</translation>
    </message>
    <message>
        <source>The file states a wrong length of its pixel data; all of its frames are there.</source>
        <translation>文件声明的像素数据长度有误；其所有帧均在。</translation>
    </message>
    <message>
        <source>The file states another modality than the picture looks like.</source>
        <translation>文件声明的模态与图像外观不符。</translation>
    </message>
    <message>
        <source>The file that is there was not replaced: something in it would have been lost.</source>
        <translation>现有文件未被替换：其中的某些内容会丢失。</translation>
    </message>
    <message>
        <source>The file was written to while TumorView read it, so that header and pixels may be of two versions.</source>
        <translation>TumorView 读取时文件正被写入，因此头信息和像素可能来自两个版本。</translation>
    </message>
    <message>
        <source>The file will name the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>文件将指明患者。“视图”&gt;“隐藏身份信息”(Ctrl+H) 可使离开 TumorView 的一切内容不含身份信息。</translation>
    </message>
    <message>
        <source>The file with the key of the pseudonyms cannot be read or made, or holds no secret.</source>
        <translation>化名密钥文件无法读取或生成，或不含密钥。</translation>
    </message>
    <message>
        <source>The first one found</source>
        <translation>找到的第一个</translation>
    </message>
    <message>
        <source>The folder holds no image that can be read.</source>
        <translation>文件夹中没有可读取的图像。</translation>
    </message>
    <message>
        <source>The folder to scan is not there, is no folder, cannot be listed, or went away meanwhile.</source>
        <translation>要处理的文件夹不存在、不是文件夹、无法列出，或在处理期间消失。</translation>
    </message>
    <message>
        <source>The image alone on the whole screen</source>
        <translation>整个屏幕只显示图像</translation>
    </message>
    <message>
        <source>The image as on the screen, to the clipboard</source>
        <translation>将屏幕上的图像复制到剪贴板</translation>
    </message>
    <message>
        <source>The image as shown, as PNG, TIFF or JPEG</source>
        <translation>按显示效果将图像存为 PNG、TIFF 或 JPEG</translation>
    </message>
    <message>
        <source>The image differs from everything the model learned from.</source>
        <translation>该图像与模型学习过的一切都不同。</translation>
    </message>
    <message>
        <source>The image has fewer pixels than the model needs for a sound result.</source>
        <translation>图像像素少于模型得出可靠结果所需。</translation>
    </message>
    <message>
        <source>The image has no contrast at all.</source>
        <translation>图像完全没有对比度。</translation>
    </message>
    <message>
        <source>The image is a secondary capture that does not say whether text is burnt into its pixels; it may tell who the patient is.</source>
        <translation>图像是二次采集，未说明像素中是否烧录文字；可能透露患者身份。</translation>
    </message>
    <message>
        <source>The image is blank.</source>
        <translation>图像是空白的。</translation>
    </message>
    <message>
        <source>The image is in colour; the model was given its brightness.</source>
        <translation>图像是彩色的；提供给模型的是其亮度。</translation>
    </message>
    <message>
        <source>The image is on the clipboard, as on the screen.</source>
        <translation>图像已按屏幕显示复制到剪贴板。</translation>
    </message>
    <message>
        <source>The image is too small for the model.</source>
        <translation>图像对模型而言太小。</translation>
    </message>
    <message>
        <source>The image of the series with the highest probability of a tumour</source>
        <translation>序列中肿瘤概率最高的图像</translation>
    </message>
    <message>
        <source>The image on screen</source>
        <translation>屏幕上的图像</translation>
    </message>
    <message>
        <source>The image was compressed with loss, which can change the result.</source>
        <translation>图像经过有损压缩，这可能改变结果。</translation>
    </message>
    <message>
        <source>The image with the highest probability  (Ctrl+Shift+B)</source>
        <translation>概率最高的图像  (Ctrl+Shift+B)</translation>
    </message>
    <message numerus="yes">
        <source>The journal has {n} damaged lines; what stood there is not shown.</source>
        <translation>
            <numerusform>日志有 {n} 行损坏；其中的内容不予显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal of accepted, rejected and commented results cannot be read or written.</source>
        <translation>接受、拒绝和评论结果的日志无法读取或写入。</translation>
    </message>
    <message>
        <source>The journal of an earlier scan cannot be used to go on.</source>
        <translation>先前处理的日志无法用于继续。</translation>
    </message>
    <message>
        <source>The machine has not enough memory for this image or this model.</source>
        <translation>计算机没有足够的内存用于此图像或此模型。</translation>
    </message>
    <message>
        <source>The measurements are lost when the image closes: a DICOM report can be about DICOM images only. Copy measurements (Ctrl+Shift+C) takes them as a table.</source>
        <translation>图像关闭后测量将丢失：DICOM 报告只能针对 DICOM 图像。“复制测量”(Ctrl+Shift+C) 可将其存为表格。</translation>
    </message>
    <message>
        <source>The model could not answer.</source>
        <translation>模型无法作答。</translation>
    </message>
    <message>
        <source>The model does not answer for this image.</source>
        <translation>模型不对此图像作答。</translation>
    </message>
    <message>
        <source>The model was not validated on this kind of image.</source>
        <translation>模型未在此类图像上验证。</translation>
    </message>
    <message>
        <source>The model was to be asked about a reformatted image. It has learned images as the scanner made them; what it would say of an interpolated one was never measured.</source>
        <translation>试图就重组图像询问模型。模型学习的是设备采集的原始图像；它对插值图像会如何作答从未经过测量。</translation>
    </message>
    <message>
        <source>The model was validated on other MR sequences than this one.</source>
        <translation>模型是在此序列以外的 MR 序列上验证的。</translation>
    </message>
    <message>
        <source>The model&apos;s answer</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>The model&apos;s inputs or outputs are not those that its manifest states.</source>
        <translation>模型的输入或输出与其清单所述不符。</translation>
    </message>
    <message>
        <source>The numbers of the model&apos;s input gate cannot be used.</source>
        <translation>模型输入检查的数值无法使用。</translation>
    </message>
    <message>
        <source>The only class that is not ruled out: {name}.</source>
        <translation>唯一未排除的类别：{name}。</translation>
    </message>
    <message>
        <source>The operating system does not let TumorView read the file.</source>
        <translation>操作系统不允许 TumorView 读取该文件。</translation>
    </message>
    <message>
        <source>The order of these images is not known by their positions, so neighbours in the list need not be neighbours in the head.</source>
        <translation>这些图像的顺序无法由其位置得知，因此列表中的相邻图像在头部未必相邻。</translation>
    </message>
    <message>
        <source>The page will name the patient. View, Hide identity (Ctrl+H) leaves that out.</source>
        <translation>页面将指明患者。“视图”&gt;“隐藏身份信息”(Ctrl+H) 可将其略去。</translation>
    </message>
    <message>
        <source>The pane that keys and menus are about; a click does the same</source>
        <translation>按键和菜单所作用的窗格；点击也可切换</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the birth dates differ.</source>
        <translation>患者 ID 相同，但出生日期不同。</translation>
    </message>
    <message>
        <source>The patient IDs are the same, but the names differ.</source>
        <translation>患者 ID 相同，但姓名不同。</translation>
    </message>
    <message>
        <source>The patient IDs differ.</source>
        <translation>患者 ID 不同。</translation>
    </message>
    <message>
        <source>The picture is a mosaic: it shows many slices side by side and is no single slice.</source>
        <translation>图片是拼图：并排显示许多层面，而不是单个层面。</translation>
    </message>
    <message>
        <source>The picture looks like {modality}, but the file states another modality. Check which is right; until then the stricter rules of the two hold.</source>
        <translation>图像外观像 {modality}，但文件声明了另一模态。请核实哪个正确；在此之前以两者中更严格的规则为准。</translation>
    </message>
    <message>
        <source>The picture shows many slices side by side; the answer holds for none of them.</source>
        <translation>图片并排显示许多层面；回答对其中任何一个都不成立。</translation>
    </message>
    <message>
        <source>The pixel data cannot be decoded: they are damaged, or contradict the header.</source>
        <translation>像素数据无法解码：已损坏，或与头信息矛盾。</translation>
    </message>
    <message>
        <source>The pixel data take longer to decode than their size explains.</source>
        <translation>像素数据的解码时间超出其大小所能解释。</translation>
    </message>
    <message>
        <source>The plain image and the heatmap side by side, at the same zoom and place</source>
        <translation>原始图像与热图并排，缩放和位置相同</translation>
    </message>
    <message>
        <source>The process that decoded the pixel data ended. It has been replaced.</source>
        <translation>解码像素数据的进程已终止。已替换该进程。</translation>
    </message>
    <message>
        <source>The rows so far are kept; the scan can be resumed</source>
        <translation>已有的行会保留；处理可以继续</translation>
    </message>
    <message>
        <source>The scan could not go on</source>
        <translation>处理无法继续</translation>
    </message>
    <message>
        <source>The series as a film</source>
        <translation>将序列存为影片</translation>
    </message>
    <message>
        <source>The series does not fill a space evenly: pictures of it in other planes would show what was never measured.</source>
        <translation>该序列未均匀填满空间：其他平面的图像会显示从未测得的内容。</translation>
    </message>
    <message>
        <source>The series of the active pane, and beside it axial, coronal and sagittal</source>
        <translation>活动窗格的序列，旁边为轴位、冠状位和矢状位</translation>
    </message>
    <message>
        <source>The settings file cannot be read, says something unknown, or cannot be written.</source>
        <translation>设置文件无法读取、含有未知内容，或无法写入。</translation>
    </message>
    <message>
        <source>The smaller angle of two lines; drag each</source>
        <translation>两条线的较小夹角；分别拖动</translation>
    </message>
    <message>
        <source>The table of window presets is damaged.</source>
        <translation>窗宽窗位预设表已损坏。</translation>
    </message>
    <message>
        <source>The temporary folder has no room for what a ZIP archive holds.</source>
        <translation>临时文件夹没有空间容纳 ZIP 压缩包的内容。</translation>
    </message>
    <message>
        <source>The theme of the window is damaged.</source>
        <translation>窗口主题已损坏。</translation>
    </message>
    <message>
        <source>The two studies have no frame of reference in common. Scroll both to the same place, then link them: Layout, Link by hand.</source>
        <translation>两个检查没有共同的参考坐标系。请将两者滚动到同一位置，然后关联：“布局”&gt;“手动关联”。</translation>
    </message>
    <message>
        <source>The whole image</source>
        <translation>整个图像</translation>
    </message>
    <message>
        <source>The work was cancelled, as asked.</source>
        <translation>已按要求取消。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Theme, reading, model, files and keys</source>
        <translation>主题、阅片、模型、文件和按键</translation>
    </message>
    <message>
        <source>There are measurements that are not saved. Save them before the study closes?</source>
        <translation>有未保存的测量。是否在关闭检查前保存？</translation>
    </message>
    <message>
        <source>There is no decoder for the compression of the file.</source>
        <translation>没有用于该文件压缩方式的解码器。</translation>
    </message>
    <message>
        <source>There is no model of that id, or none at all.</source>
        <translation>没有该标识的模型，或没有任何模型。</translation>
    </message>
    <message>
        <source>There is no other study to compare with. Open the prior study as well: it comes into the list beside this one.</source>
        <translation>没有可比较的其他检查。请同时打开既往检查：它会出现在列表中。</translation>
    </message>
    <message>
        <source>There is no scheduler of a Dask cluster at the address, it asks for other certificates, or the connection to it was lost.</source>
        <translation>该地址没有 Dask 集群的调度器，或其要求其他证书，或与它的连接已中断。</translation>
    </message>
    <message>
        <source>There is nothing to link by hand: that needs two panes whose images say where they lie, and that have no frame of reference in common. Those that have scroll together by themselves (L).</source>
        <translation>没有可手动关联的内容：需要两个窗格，其图像带有位置信息且没有共同的参考坐标系。有共同坐标系的窗格会自动同步滚动 (L)。</translation>
    </message>
    <message>
        <source>They disagree: {sure} suspects a tumour, {other} does not.</source>
        <translation>两者不一致：{sure} 怀疑有肿瘤，{other} 未怀疑。</translation>
    </message>
    <message>
        <source>This cannot be changed.</source>
        <translation>此项无法更改。</translation>
    </message>
    <message>
        <source>This choice holds until TumorView is closed.</source>
        <translation>此选择保持到 TumorView 关闭。</translation>
    </message>
    <message>
        <source>This does not look like a brain MR or CT image the model knows.</source>
        <translation>这不像模型所认识的脑部 MR 或 CT 图像。</translation>
    </message>
    <message>
        <source>This image has not been analysed.</source>
        <translation>此图像未经分析。</translation>
    </message>
    <message>
        <source>This is a secondary capture whose file does not say whether text is burned into its pixels (Burned In Annotation is absent). Look whether the image names the patient: burned-in text stays in every export.</source>
        <translation>这是二次采集，其文件未说明像素中是否烧录文字（缺少 Burned In Annotation）。请查看图像是否指明患者：烧录文字会保留在每次导出中。</translation>
    </message>
    <message>
        <source>This is a {kind} file. It has no DICOM header.</source>
        <translation>这是 {kind} 文件。它没有 DICOM 头信息。</translation>
    </message>
    <message>
        <source>This model ships no model card.</source>
        <translation>此模型未附模型卡。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Threshold and class disagree</source>
        <translation>阈值与类别不一致</translation>
    </message>
    <message>
        <source>Threshold of the heatmap in hundredths</source>
        <translation>热图阈值（百分之一）</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>窗口导览</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>请再试一次；若仍存在，请连同日志一起报告。</translation>
    </message>
    <message>
        <source>Try the sample study</source>
        <translation>试用示例检查</translation>
    </message>
    <message>
        <source>TumorView recognises a file by its content; the name does not matter.</source>
        <translation>TumorView 按内容识别文件；名称无关紧要。</translation>
    </message>
    <message>
        <source>Tumour (type not judged on CT)</source>
        <translation>肿瘤（CT 上不判断类型）</translation>
    </message>
    <message>
        <source>Tumour (type not judged on MR)</source>
        <translation>肿瘤（MR 上不判断类型）</translation>
    </message>
    <message>
        <source>Tumour suspected</source>
        <translation>怀疑肿瘤</translation>
    </message>
    <message numerus="yes">
        <source>Tumour suspected in {suspected} of {n} images with an answer</source>
        <translation>
            <numerusform>{n} 个有回答的图像中有 {suspected} 个怀疑肿瘤</numerusform>
        </translation>
    </message>
    <message>
        <source>Two models&apos; answers for the image on screen, side by side</source>
        <translation>两个模型对屏幕上图像的回答，并排显示</translation>
    </message>
    <message>
        <source>Two rows of one pane</source>
        <translation>两行各一个窗格</translation>
    </message>
    <message>
        <source>Two rows of three panes</source>
        <translation>两行各三个窗格</translation>
    </message>
    <message>
        <source>Two rows of two panes</source>
        <translation>两行各两个窗格</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>输入后按回车键</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Unlike the training images</source>
        <translation>与训练图像不同</translation>
    </message>
    <message>
        <source>Unpack it with its password and open the folder.</source>
        <translation>请用其密码解压并打开文件夹。</translation>
    </message>
    <message>
        <source>Unpack it with its password, then open the folder.</source>
        <translation>请用其密码解压，然后打开文件夹。</translation>
    </message>
    <message>
        <source>Unset KERAS_BACKEND, or choose the engine onnx.</source>
        <translation>请取消 KERAS_BACKEND 的设置，或选择引擎 onnx。</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此按键</translation>
    </message>
    <message>
        <source>VOI LUT Sequence of the file</source>
        <translation>文件的 VOI LUT Sequence</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>验证于</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version and hashes as text</source>
        <translation>版本和哈希值，以文本形式</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图方位</translation>
    </message>
    <message>
        <source>Viridis (blue, green, yellow)</source>
        <translation>Viridis（蓝、绿、黄）</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another CSV file.</source>
        <translation>请等待其结束，或选择另一个 CSV 文件。</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>请等待其结束。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待轮到</translation>
    </message>
    <message>
        <source>Waiting: failures again</source>
        <translation>等待中：重试失败项</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What TumorView is made of. Names, versions and texts come from the packages.</source>
        <translation>TumorView 的组成。名称、版本和文本来自各软件包。</translation>
    </message>
    <message>
        <source>What has been read stays open; series that are not complete say so</source>
        <translation>已读取的内容保持打开；不完整的序列会注明</translation>
    </message>
    <message>
        <source>What is done so far is kept</source>
        <translation>已完成的部分会保留</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>要打印的内容</translation>
    </message>
    <message>
        <source>What is where, in four steps</source>
        <translation>分四步了解各部分的位置</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>What runs the model; by default TensorFlow where it has a GPU, else ONNX Runtime.</source>
        <translation>运行模型的引擎；默认在有 GPU 时用 TensorFlow，否则用 ONNX Runtime。</translation>
    </message>
    <message>
        <source>What was asked to run the model is not installed or does not start here.</source>
        <translation>要求用来运行模型的引擎未安装或无法在此启动。</translation>
    </message>
    <message>
        <source>What was copied names the patient. View, Hide identity (Ctrl+H) keeps that out of everything that leaves TumorView.</source>
        <translation>复制的内容指明了患者。“视图”&gt;“隐藏身份信息”(Ctrl+H) 可使离开 TumorView 的一切内容不含身份信息。</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Wheel under the magnifier</source>
        <translation>放大镜下滚动滚轮</translation>
    </message>
    <message>
        <source>Where the answer is from</source>
        <translation>回答的来源</translation>
    </message>
    <message>
        <source>Where the heatmap is shown</source>
        <translation>热图的显示位置</translation>
    </message>
    <message>
        <source>Where the heatmap passes the threshold; not a lesion outline</source>
        <translation>热图越过阈值之处；不是病灶轮廓</translation>
    </message>
    <message>
        <source>Where the model saw signs of a tumour; not a lesion outline</source>
        <translation>模型认为有肿瘤迹象之处；不是病灶轮廓</translation>
    </message>
    <message>
        <source>Where the slice of the active pane cuts the images of the others</source>
        <translation>活动窗格的层面与其他窗格图像的相交处</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Who the patient is</source>
        <translation>患者身份</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why there is no result</source>
        <translation>没有结果的原因</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Window Center and Width of the file</source>
        <translation>文件的 Window Center 和 Width</translation>
    </message>
    <message>
        <source>Window from the values in a rectangle; Esc gives it up</source>
        <translation>由矩形内的值确定窗宽窗位；按 Esc 放弃</translation>
    </message>
    <message>
        <source>Window of the file</source>
        <translation>文件的窗宽窗位</translation>
    </message>
    <message>
        <source>Window preset</source>
        <translation>窗宽窗位预设</translation>
    </message>
    <message>
        <source>Window preset (keys 1 to 9)</source>
        <translation>窗宽窗位预设（按键 1 至 9）</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>窗宽窗位预设</translation>
    </message>
    <message>
        <source>Window together</source>
        <translation>同步窗宽窗位</translation>
    </message>
    <message>
        <source>Window, four times as fast</source>
        <translation>窗宽窗位，四倍速度</translation>
    </message>
    <message>
        <source>Window, zoom, position, rotation and flip</source>
        <translation>窗宽窗位、缩放、位置、旋转和翻转</translation>
    </message>
    <message>
        <source>Window: right is wider, up is brighter (lower centre)</source>
        <translation>窗宽窗位：向右更宽，向上更亮（窗位更低）</translation>
    </message>
    <message>
        <source>With a preview</source>
        <translation>带预览</translation>
    </message>
    <message>
        <source>Words of the mark</source>
        <translation>标记的文字</translation>
    </message>
    <message>
        <source>Write some, or give a verdict.</source>
        <translation>请写一些评论，或作出评判。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>已写入 {name}。</translation>
    </message>
    <message>
        <source>Your judgement of this answer</source>
        <translation>您对此回答的评判</translation>
    </message>
    <message>
        <source>Your own; Default gives the other back</source>
        <translation>您的自定义；“默认”可恢复原值</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Zoom 1:1</source>
        <translation>缩放 1:1</translation>
    </message>
    <message>
        <source>Zoom and move together</source>
        <translation>同步缩放和移动</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针处为中心缩放</translation>
    </message>
    <message>
        <source>Zoom {percent:.0%}</source>
        <translation>缩放 {percent:.0%}</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded.</source>
        <translation>`tumorview doctor` 列出可解码的格式。</translation>
    </message>
    <message>
        <source>`tumorview doctor` lists what can be decoded; export the study in one of these.</source>
        <translation>`tumorview doctor` 列出可解码的格式；请将检查导出为其中之一。</translation>
    </message>
    <message>
        <source>`tumorview doctor` says why; `--engine onnx` works on every machine.</source>
        <translation>`tumorview doctor` 会说明原因；`--engine onnx` 在每台计算机上都可用。</translation>
    </message>
    <message>
        <source>`tumorview models` lists what is installed.</source>
        <translation>`tumorview models` 列出已安装的模型。</translation>
    </message>
    <message>
        <source>a DICOM report can be about DICOM images only, and this image is none or has no UIDs</source>
        <translation>DICOM 报告只能针对 DICOM 图像，而此图像不是或没有 UID</translation>
    </message>
    <message>
        <source>a JPEG has 1, 3 or 4 components</source>
        <translation>JPEG 有 1、3 或 4 个分量</translation>
    </message>
    <message>
        <source>a chunk of the PNG file is damaged</source>
        <translation>PNG 文件的某个数据块已损坏</translation>
    </message>
    <message>
        <source>a comment needs words</source>
        <translation>评论需要文字</translation>
    </message>
    <message>
        <source>a modality has two defaults</source>
        <translation>某个模态有两个默认预设</translation>
    </message>
    <message>
        <source>a model file must be an ordinary file inside its model folder</source>
        <translation>模型文件必须是其模型文件夹内的普通文件</translation>
    </message>
    <message>
        <source>a path that is no text</source>
        <translation>路径不是文本</translation>
    </message>
    <message>
        <source>a path that is not absolute</source>
        <translation>路径不是绝对路径</translation>
    </message>
    <message>
        <source>a preset id is used twice</source>
        <translation>某个预设标识被使用了两次</translation>
    </message>
    <message>
        <source>acquisition {number}</source>
        <translation>采集 {number}</translation>
    </message>
    <message>
        <source>an element of the header is too large</source>
        <translation>头信息的某个元素过大</translation>
    </message>
    <message>
        <source>an engine needs at least one thread</source>
        <translation>引擎至少需要一个线程</translation>
    </message>
    <message numerus="yes">
        <source>and {n} earlier ones</source>
        <translation>
            <numerusform>以及 {n} 条更早的</numerusform>
        </translation>
    </message>
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>annotation burnt into the pixels</source>
        <translation>像素中烧录有注释</translation>
    </message>
    <message>
        <source>another folder with this model id comes first and is the one that is used</source>
        <translation>另有同一模型标识的文件夹排在前面并被使用</translation>
    </message>
    <message>
        <source>another scan is writing here</source>
        <translation>另一个处理任务正在此处写入</translation>
    </message>
    <message>
        <source>another scan is writing here, so its rows cannot be shown yet</source>
        <translation>另一个处理任务正在此处写入，因此尚无法显示其行</translation>
    </message>
    <message>
        <source>any tumour</source>
        <translation>任何肿瘤</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>at the calibrated depth</source>
        <translation>在校准深度处</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>在探测器处</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>beyond the zoom range</source>
        <translation>超出缩放范围</translation>
    </message>
    <message>
        <source>calibration of the pixel spacing unknown</source>
        <translation>像素间距的校准情况未知</translation>
    </message>
    <message>
        <source>calibration unknown</source>
        <translation>校准情况未知</translation>
    </message>
    <message>
        <source>change the words</source>
        <translation>更改文字</translation>
    </message>
    <message>
        <source>change {mark}</source>
        <translation>更改{mark}</translation>
    </message>
    <message>
        <source>cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>colour profile other than sRGB</source>
        <translation>sRGB 以外的颜色配置文件</translation>
    </message>
    <message>
        <source>compressed pixel data must be encapsulated</source>
        <translation>压缩的像素数据必须封装</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <source>delete all marks of the image</source>
        <translation>删除图像的所有标记</translation>
    </message>
    <message>
        <source>delete {mark}</source>
        <translation>删除{mark}</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>docs/CONFORMANCE.md lists what is read; export the image in another way.</source>
        <translation>docs/CONFORMANCE.md 列出可读取的内容；请以其他方式导出图像。</translation>
    </message>
    <message>
        <source>draw {mark}</source>
        <translation>绘制{mark}</translation>
    </message>
    <message>
        <source>echo {number}</source>
        <translation>回波 {number}</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>encoded otherwise than stated</source>
        <translation>编码与声明不符</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>fewer frames than announced</source>
        <translation>帧数少于声明</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>files of a concatenation missing</source>
        <translation>级联的文件缺失</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>flipped horizontally</source>
        <translation>已水平翻转</translation>
    </message>
    <message>
        <source>frame of reference {number}</source>
        <translation>参考坐标系 {number}</translation>
    </message>
    <message>
        <source>freehand region</source>
        <translation>手绘区域</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>全范围</translation>
    </message>
    <message>
        <source>gantry tilt</source>
        <translation>机架倾斜</translation>
    </message>
    <message>
        <source>gap between slices</source>
        <translation>层面之间有间隙</translation>
    </message>
    <message>
        <source>going from control to control</source>
        <translation>在控件之间移动</translation>
    </message>
    <message>
        <source>grey values and colours in one image</source>
        <translation>同一图像含灰度值和彩色</translation>
    </message>
    <message>
        <source>has overlays</source>
        <translation>含有叠加层</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>图像 {number}</translation>
    </message>
    <message>
        <source>image {number} of {count}</source>
        <translation>图像 {number}，共 {count}</translation>
    </message>
    <message>
        <source>image {number}: {problem}</source>
        <translation>图像 {number}：{problem}</translation>
    </message>
    <message>
        <source>images of several orientations</source>
        <translation>图像有多种方位</translation>
    </message>
    <message>
        <source>images of several pixel spacings</source>
        <translation>图像有多种像素间距</translation>
    </message>
    <message>
        <source>images of several sizes</source>
        <translation>图像有多种尺寸</translation>
    </message>
    <message>
        <source>images of this Photometric Interpretation are not read</source>
        <translation>不读取此种 Photometric Interpretation 的图像</translation>
    </message>
    <message>
        <source>images {first} to {last}</source>
        <translation>图像 {first} 至 {last}</translation>
    </message>
    <message>
        <source>instance number</source>
        <translation>实例编号</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>it was written by another version of TumorView, so its rows cannot be shown</source>
        <translation>它由另一版本的 TumorView 写入，因此无法显示其行</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>linked by hand, offset {offset} mm</source>
        <translation>已手动关联，偏移 {offset} mm</translation>
    </message>
    <message>
        <source>load measurements</source>
        <translation>加载测量</translation>
    </message>
    <message>
        <source>more pixel data than described</source>
        <translation>像素数据多于描述</translation>
    </message>
    <message>
        <source>mosaic of many slices</source>
        <translation>由许多层面组成的拼图</translation>
    </message>
    <message>
        <source>move {mark}</source>
        <translation>移动{mark}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>no decoder for this transfer syntax</source>
        <translation>没有用于此传输语法的解码器</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>没有安装模型</translation>
    </message>
    <message>
        <source>no values in the region</source>
        <translation>区域内没有值</translation>
    </message>
    <message>
        <source>not a list of paths</source>
        <translation>不是路径列表</translation>
    </message>
    <message>
        <source>not all files read</source>
        <translation>并非所有文件都已读取</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>未分析</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>未校准</translation>
    </message>
    <message>
        <source>not enough memory for one frame</source>
        <translation>内存不足以容纳一帧</translation>
    </message>
    <message>
        <source>not enough memory for the image</source>
        <translation>内存不足以容纳该图像</translation>
    </message>
    <message>
        <source>not named in the file</source>
        <translation>文件中未注明</translation>
    </message>
    <message>
        <source>one of several parts of a series</source>
        <translation>序列的多个部分之一</translation>
    </message>
    <message>
        <source>only JPEG XL has images of this Photometric Interpretation</source>
        <translation>只有 JPEG XL 有此种 Photometric Interpretation 的图像</translation>
    </message>
    <message>
        <source>opening a menu</source>
        <translation>打开菜单</translation>
    </message>
    <message>
        <source>orientation unknown</source>
        <translation>方位未知</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>pixel spacing is that of the detector</source>
        <translation>像素间距是探测器的间距</translation>
    </message>
    <message>
        <source>pixel spacing unknown</source>
        <translation>像素间距未知</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>pressing the button that has the focus</source>
        <translation>按下获得焦点的按钮</translation>
    </message>
    <message>
        <source>real size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>refused by the model, no number</source>
        <translation>模型拒绝作答，无数值</translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>series {number}</source>
        <translation>序列 {number}</translation>
    </message>
    <message>
        <source>size of the screen unknown</source>
        <translation>屏幕尺寸未知</translation>
    </message>
    <message>
        <source>slice spacing other than stated</source>
        <translation>层间距与声明不符</translation>
    </message>
    <message>
        <source>something that is no table of TumorView&apos;s has the name that a table beside the CSV needs</source>
        <translation>某个并非 TumorView 表格的文件占用了 CSV 旁的表格所需的名称</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>text may be burnt into the pixels</source>
        <translation>像素中可能烧录有文字</translation>
    </message>
    <message>
        <source>the DICOM data set cannot be read to its end</source>
        <translation>DICOM 数据集无法读取到结尾</translation>
    </message>
    <message>
        <source>the DICOM header cannot be read</source>
        <translation>DICOM 头信息无法读取</translation>
    </message>
    <message>
        <source>the JPEG file ends in the middle of its pixel data</source>
        <translation>JPEG 文件在像素数据中间结束</translation>
    </message>
    <message>
        <source>the JPEG file ends within its header</source>
        <translation>JPEG 文件在头信息中结束</translation>
    </message>
    <message>
        <source>the JPEG file has no frame header</source>
        <translation>JPEG 文件没有帧头</translation>
    </message>
    <message>
        <source>the JPEG header is damaged</source>
        <translation>JPEG 头信息已损坏</translation>
    </message>
    <message>
        <source>the PNG file does not begin with its header chunk</source>
        <translation>PNG 文件不以头数据块开头</translation>
    </message>
    <message>
        <source>the PNG file ends before its end mark</source>
        <translation>PNG 文件在结束标记之前结束</translation>
    </message>
    <message>
        <source>the PNG file ends in the middle of a chunk</source>
        <translation>PNG 文件在数据块中间结束</translation>
    </message>
    <message>
        <source>the PNG header makes no sense</source>
        <translation>PNG 头信息不合理</translation>
    </message>
    <message>
        <source>the archive is encrypted</source>
        <translation>压缩包已加密</translation>
    </message>
    <message>
        <source>the bits beside the pixels are lost in this compression</source>
        <translation>像素旁的位在此种压缩中丢失</translation>
    </message>
    <message>
        <source>the data are no bytes</source>
        <translation>数据不是字节</translation>
    </message>
    <message>
        <source>the data set is deflated, and where it begins cannot be told</source>
        <translation>数据集经 deflate 压缩，无法确定其起始处</translation>
    </message>
    <message>
        <source>the decoder ended while it read the image</source>
        <translation>解码器在读取图像时终止</translation>
    </message>
    <message>
        <source>the deflated data set cannot be inflated</source>
        <translation>经 deflate 压缩的数据集无法解压</translation>
    </message>
    <message>
        <source>the engine was closed</source>
        <translation>引擎已关闭</translation>
    </message>
    <message>
        <source>the file changed while it was read</source>
        <translation>文件在读取期间发生了变化</translation>
    </message>
    <message>
        <source>the file ends before its content does</source>
        <translation>文件在其内容结束之前就结束了</translation>
    </message>
    <message>
        <source>the file ends in the middle of its deflated data</source>
        <translation>文件在其 deflate 压缩数据中间结束</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>the file of colour tables cannot be read</source>
        <translation>色表文件无法读取</translation>
    </message>
    <message>
        <source>the file of colour tables does not hold the declared maps</source>
        <translation>色表文件不含所声明的色表</translation>
    </message>
    <message>
        <source>the file that is there is no report of marks</source>
        <translation>现有文件不是标记报告</translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation>文件夹无法读取</translation>
    </message>
    <message>
        <source>the folder has gone while it was scanned</source>
        <translation>文件夹在处理期间消失</translation>
    </message>
    <message>
        <source>the folder is empty, but the journal of the earlier scan knows files of it</source>
        <translation>文件夹为空，但先前处理的日志记有其中的文件</translation>
    </message>
    <message>
        <source>the folder to write to is not there</source>
        <translation>目标文件夹不存在</translation>
    </message>
    <message>
        <source>the image cannot be decoded</source>
        <translation>图像无法解码</translation>
    </message>
    <message>
        <source>the image takes too long to decode</source>
        <translation>图像解码时间过长</translation>
    </message>
    <message>
        <source>the measurements cannot be written</source>
        <translation>测量无法写入</translation>
    </message>
    <message>
        <source>the model folder is not complete, this file is missing</source>
        <translation>模型文件夹不完整，缺少此文件</translation>
    </message>
    <message>
        <source>the model gave a value that is not a number, so there are no probabilities</source>
        <translation>模型给出的值不是数字，因此没有概率</translation>
    </message>
    <message>
        <source>the model is not asked about reformatted images: it has learned images as the scanner made them</source>
        <translation>不就重组图像询问模型：模型学习的是设备采集的原始图像</translation>
    </message>
    <message>
        <source>the name cannot be opened</source>
        <translation>该名称无法打开</translation>
    </message>
    <message>
        <source>the network must have exactly one input</source>
        <translation>网络必须恰有一个输入</translation>
    </message>
    <message>
        <source>the origin is no pair of numbers</source>
        <translation>原点不是一对数字</translation>
    </message>
    <message>
        <source>the overlays cannot be read</source>
        <translation>叠加层无法读取</translation>
    </message>
    <message>
        <source>the picture cannot be encoded as PNG</source>
        <translation>图片无法编码为 PNG</translation>
    </message>
    <message>
        <source>the picture would be too large, because the pixels of the image are so oblong</source>
        <translation>由于图像像素过于狭长，图片会过大</translation>
    </message>
    <message>
        <source>the pixel data are encapsulated but the transfer syntax says they are not</source>
        <translation>像素数据已封装，但传输语法声明未封装</translation>
    </message>
    <message>
        <source>the printer takes no pages</source>
        <translation>打印机不接受页面</translation>
    </message>
    <message>
        <source>the report that is there holds more than TumorView understands</source>
        <translation>现有报告含有 TumorView 不理解的内容</translation>
    </message>
    <message>
        <source>the scan has ended</source>
        <translation>处理已结束</translation>
    </message>
    <message>
        <source>the sequences are nested too deeply</source>
        <translation>序列数据嵌套过深</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: an image has another size than its header said</source>
        <translation>该序列无法以其他平面显示：某个图像的尺寸与其头信息不符</translation>
    </message>
    <message>
        <source>the series cannot be shown in other planes: it is in colour</source>
        <translation>该序列无法以其他平面显示：它是彩色的</translation>
    </message>
    <message>
        <source>the slices that this image was reformatted from are not in memory any more</source>
        <translation>重组此图像所用的层面已不在内存中</translation>
    </message>
    <message>
        <source>the window presets cannot be read</source>
        <translation>窗宽窗位预设无法读取</translation>
    </message>
    <message>
        <source>there is a file already, and a key is never replaced</source>
        <translation>文件已存在，而密钥绝不会被替换</translation>
    </message>
    <message>
        <source>there is no file here</source>
        <translation>此处没有文件</translation>
    </message>
    <message>
        <source>there is no mark in it that TumorView understands</source>
        <translation>其中没有 TumorView 能理解的标记</translation>
    </message>
    <message>
        <source>there is no model with this id</source>
        <translation>没有此标识的模型</translation>
    </message>
    <message>
        <source>there is no room to unpack the archive in the temporary folder</source>
        <translation>临时文件夹没有空间解压该压缩包</translation>
    </message>
    <message>
        <source>there is no such colour map</source>
        <translation>没有这样的色表</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>there is not enough memory for the picture</source>
        <translation>内存不足以容纳图片</translation>
    </message>
    <message>
        <source>this DICOM object has no image</source>
        <translation>此 DICOM 对象没有图像</translation>
    </message>
    <message>
        <source>this is a DICOMDIR, an index of other files</source>
        <translation>这是 DICOMDIR，即其他文件的索引</translation>
    </message>
    <message>
        <source>this is a ZIP archive</source>
        <translation>这是 ZIP 压缩包</translation>
    </message>
    <message>
        <source>this is not a DICOM file</source>
        <translation>这不是 DICOM 文件</translation>
    </message>
    <message>
        <source>this is not a DICOM structured report</source>
        <translation>这不是 DICOM 结构化报告</translation>
    </message>
    <message>
        <source>this is not a DICOM, PNG or JPEG file</source>
        <translation>这不是 DICOM、PNG 或 JPEG 文件</translation>
    </message>
    <message>
        <source>this kind of JPEG is not read</source>
        <translation>不读取此种 JPEG</translation>
    </message>
    <message>
        <source>this table was made with another model, another key or other options</source>
        <translation>此表是用另一模型、另一密钥或其他选项生成的</translation>
    </message>
    <message>
        <source>time {number}</source>
        <translation>时间点 {number}</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>写入 {name}</translation>
    </message>
    <message>
        <source>transfer syntax told from the data</source>
        <translation>传输语法由数据推断</translation>
    </message>
    <message>
        <source>tumour {probability}</source>
        <translation>肿瘤 {probability}</translation>
    </message>
    <message>
        <source>two files with one SOP Instance UID</source>
        <translation>两个文件具有同一 SOP Instance UID</translation>
    </message>
    <message>
        <source>two images at one position</source>
        <translation>同一位置有两个图像</translation>
    </message>
    <message>
        <source>undefined length</source>
        <translation>长度未定义</translation>
    </message>
    <message>
        <source>uneven slice spacing</source>
        <translation>层间距不均匀</translation>
    </message>
    <message>
        <source>what the images say of themselves cannot be put into a report</source>
        <translation>图像自身的信息无法写入报告</translation>
    </message>
    <message>
        <source>where the model looked, not a lesion outline</source>
        <translation>模型关注之处，不是病灶轮廓</translation>
    </message>
    <message>
        <source>without file meta information</source>
        <translation>没有文件元信息</translation>
    </message>
    <message>
        <source>wrong length of the file meta information</source>
        <translation>文件元信息长度有误</translation>
    </message>
    <message>
        <source>wrong length of the pixel data</source>
        <translation>像素数据长度有误</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} 像素</translation>
    </message>
    <message>
        <source>{count} failed (crossed boxes)</source>
        <translation>{count} 个失败（打叉方框）</translation>
    </message>
    <message>
        <source>{count} not analysed (no mark)</source>
        <translation>{count} 个未分析（无标记）</translation>
    </message>
    <message>
        <source>{count} refused by the model (empty boxes)</source>
        <translation>{count} 个被模型拒绝（空方框）</translation>
    </message>
    <message>
        <source>{distance} mm apart, trilinear</source>
        <translation>间距 {distance} mm，三线性</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} files</source>
        <translation>
            <numerusform>{done} / {n} 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images</source>
        <translation>
            <numerusform>{done} / {n} 个图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} images were done before.</source>
        <translation>
            <numerusform>先前已完成 {done} / {n} 个图像。</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message numerus="yes">
        <source>{found} of {n} series</source>
        <translation>
            <numerusform>{found} / {n} 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} 小时 {minutes:02d} 分</translation>
    </message>
    <message>
        <source>{image}, key image</source>
        <translation>{image}，关键图像</translation>
    </message>
    <message>
        <source>{key} is a key of “{action}”, which would lose it.</source>
        <translation>{key} 是“{action}”的按键，该操作将失去此键。</translation>
    </message>
    <message>
        <source>{key} is for {use}.</source>
        <translation>{key} 用于{use}。</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} 可用。</translation>
    </message>
    <message>
        <source>{legend}. {note}</source>
        <translation>{legend}。{note}</translation>
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
        <translation>{minutes} 分 {seconds:02d} 秒</translation>
    </message>
    <message>
        <source>{modality} {description}, image {number} of {count}</source>
        <translation>{modality} {description}，图像 {number}，共 {count}</translation>
    </message>
    <message>
        <source>{model} (not installed)</source>
        <translation>{model}（未安装）</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names}或{last}</translation>
    </message>
    <message>
        <source>{name} exists and will be replaced.</source>
        <translation>{name} 已存在，将被替换。</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} 已存在。是否替换？</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} 已写入。</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n} 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters; at most {most} are kept</source>
        <translation>
            <numerusform>{n} 个字符；最多保存 {most} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} elements</source>
        <translation>
            <numerusform>{n} 个元素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are written.</source>
        <translation>
            <numerusform>{n} 个文件已写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>{n} 个文件无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images</source>
        <translation>
            <numerusform>{n} 个图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} images could not be read: {which}</source>
        <translation>
            <numerusform>{n} 个图像无法读取：{which}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks are of images whose SOP Instance UID several files have; they lie on the first of them.</source>
        <translation>
            <numerusform>{n} 个标记所属图像的 SOP Instance UID 为多个文件共有；标记位于其中第一个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks copied.</source>
        <translation>
            <numerusform>已复制 {n} 个标记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks loaded on {images}.</source>
        <translation>
            <numerusform>已将 {n} 个标记加载到{images}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks of images that are not open</source>
        <translation>
            <numerusform>{n} 个标记属于未打开的图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks saved in {name}.</source>
        <translation>
            <numerusform>已将 {n} 个标记保存到 {name}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} matches in {total}</source>
        <translation>
            <numerusform>{total}中有 {n} 个匹配</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these files exist, {name} among them. Replace them?</source>
        <translation>
            <numerusform>其中 {n} 个文件已存在，包括 {name}。是否替换？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} overlays cannot be read</source>
        <translation>
            <numerusform>{n} 个叠加层无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pixels</source>
        <translation>
            <numerusform>{n} 个像素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans could not go on; the reasons stand in the queue.</source>
        <translation>
            <numerusform>{n} 个处理任务无法继续；原因见队列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans have ended:</source>
        <translation>
            <numerusform>{n} 个处理任务已结束：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans of the queue have not ended yet: Analysis, Scan a folder.</source>
        <translation>
            <numerusform>队列中有 {n} 个处理任务尚未结束：“分析”&gt;“处理文件夹”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scans wait for you to start the queue.</source>
        <translation>
            <numerusform>{n} 个处理任务等待您启动队列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} series</source>
        <translation>
            <numerusform>{n} 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate}, as the file asks</source>
        <translation>{rate}，按文件要求</translation>
    </message>
    <message>
        <source>{reason} (received: {value!r})</source>
        <translation>{reason}（收到：{value!r}）</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{series}, image {number} of {count}</source>
        <translation>{series}，图像 {number}，共 {count}</translation>
    </message>
    <message>
        <source>{shortcuts} shows every key, {settings} every setting. Both can be changed, and this tour is in the menu Help.</source>
        <translation>{shortcuts} 显示所有按键，{settings} 显示所有设置。两者均可更改，此导览在“帮助”菜单中。</translation>
    </message>
    <message>
        <source>{size}, {width} × {height} pixels</source>
        <translation>{size}，{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text}（{count} 次）</translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation>{title}。</translation>
    </message>
    <message>
        <source>{title}. {text}</source>
        <translation>{title}。{text}</translation>
    </message>
    <message numerus="yes">
        <source>{total}, {n} private ones are left out</source>
        <translation>
            <numerusform>{total}，略去 {n} 个私有元素</numerusform>
        </translation>
    </message>
    <message>
        <source>{value:.2f} threshold</source>
        <translation>阈值 {value:.2f}</translation>
    </message>
    <message>
        <source>{verdict} by {user}</source>
        <translation>{user} {verdict}</translation>
    </message>
    <message>
        <source>{window}, inverted</source>
        <translation>{window}，已反转</translation>
    </message>
</context>
</TS>
