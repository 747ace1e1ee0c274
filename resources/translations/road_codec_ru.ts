<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>road_codec</name>
        <message>
            <source>10000 for 16 bits, 5 for 8, 1.4e13 for 32; 120 for strict b</source>
            <translation>10000 для 16 бит, 5 для 8, 1,4e13 для 32; 120 при точном повторении b</translation>
        </message>
        <message>
            <source>10000; 0 for strict b</source>
            <translation>10000; 0 при точном повторении b</translation>
        </message>
        <message>
            <source>1024, as-shipped 512</source>
            <translation>1024, в исходном виде 512</translation>
        </message>
        <message>
            <source>2 bits</source>
            <translation>2 бита</translation>
        </message>
        <message>
            <source>3 bits</source>
            <translation>3 бита</translation>
        </message>
        <message>
            <source>4 bits</source>
            <translation>4 бита</translation>
        </message>
        <message>
            <source>4 bits, one band</source>
            <translation>4 бита, 1 полоса</translation>
        </message>
        <message>
            <source>6 bits</source>
            <translation>6 бит</translation>
        </message>
        <message>
            <source>8 bits</source>
            <translation>8 бит</translation>
        </message>
        <message>
            <source>Bands of sequency that are rotated by themselves, at most block / 16; 1 rotates whole blocks, as the original does.</source>
            <translation>Число полос по частости (sequency), которые вращаются по отдельности: не больше длины блока / 16; при 1 вращаются целые блоки, как в оригинале.</translation>
        </message>
        <message>
            <source>Bits per output sample; more than the file's are synthesised, not padded with zeros.</source>
            <translation>Разрядность на выходе; если она больше, чем у файла, недостающие биты синтезируются, а не заполняются нулями.</translation>
        </message>
        <message>
            <source>Cut blocks into up to 8, but not below 64 samples or 16 for each band, where that costs less, as at attacks.</source>
            <translation>Делить блоки на части, не больше 8 и не короче 64 отсчётов или 16 на каждую полосу, там, где это выгоднее, например на атаках.</translation>
        </message>
        <message>
            <source>Decode what is whole of a damaged file instead of refusing it.</source>
            <translation>Декодировать уцелевшее в повреждённом файле, а не отказываться от него.</translation>
        </message>
        <message>
            <source>Do exactly what the old player did, with its faults and its rate and length.</source>
            <translation>Делать в точности то же, что прежний плеер: с его ошибками, его частотой и длиной.</translation>
        </message>
        <message>
            <source>Extrema</source>
            <translation>Extrema</translation>
        </message>
        <message>
            <source>Frames of 2048 samples that are stored together.</source>
            <translation>Сколько кадров по 2048 отсчётов хранится вместе.</translation>
        </message>
        <message>
            <source>Give frequent indices shorter codes, which is worth about 1 dB.</source>
            <translation>Давать частым индексам более короткие коды; это выигрыш около 1 дБ.</translation>
        </message>
        <message>
            <source>How far the sound must turn back for an extremum to count: less is finer and larger.</source>
            <translation>Насколько звук должен повернуть обратно, чтобы экстремум учитывался: чем меньше, тем точнее и тем больше файл.</translation>
        </message>
        <message>
            <source>ID3 chunk at byte {1}: {2} bytes are declared, {3} are there</source>
            <translation>чанк ID3, байт {1}: объявлено {2} Б, есть {3}</translation>
        </message>
        <message>
            <source>ID3 tag</source>
            <translation>тег ID3</translation>
        </message>
        <message>
            <source>ID3 tag at byte {1}: frame {2} of {3} bytes, {4} are left</source>
            <translation>тег ID3, байт {1}: кадр {2} размером {3} Б, осталось {4}</translation>
        </message>
        <message>
            <source>ID3 tag at byte {1}: {2} bytes are too many</source>
            <translation>тег ID3, байт {1}: {2} Б — слишком много</translation>
        </message>
        <message>
            <source>ID3 tag: is of no version that is known (2.2 to 2.4)</source>
            <translation>тег ID3: неизвестная версия (известны от 2.2 до 2.4)</translation>
        </message>
        <message>
            <source>ID3 tag: its picture is compressed or encrypted</source>
            <translation>тег ID3: изображение сжато или зашифровано</translation>
        </message>
        <message>
            <source>ID3 tag: more than {1} frames</source>
            <translation>тег ID3: больше {1} кадров</translation>
        </message>
        <message>
            <source>ID3 tag: {1} bytes, at most {2} are looked into</source>
            <translation>тег ID3: {1} Б, просматривается не больше {2}</translation>
        </message>
        <message>
            <source>Layout of the file: b as ROADConverter v0.0.2 wrote it, a as the article's programs.</source>
            <translation>Структура файла: b — как у ROADConverter v0.0.2, a — как у программ из статьи.</translation>
        </message>
        <message>
            <source>Layout of the file: packets, or the bare records of the published program, which keep the first channel only and forget rate and length.</source>
            <translation>Структура файла: пакеты или голые записи опубликованной программы, где остаётся только первый канал, а частота и длина теряются.</translation>
        </message>
        <message>
            <source>Length of a block, the reach of an error in time.</source>
            <translation>Длина блока: на столько ошибка расходится во времени.</translation>
        </message>
        <message>
            <source>Length of the shortest range: longer is smaller and coarser.</source>
            <translation>Длина самого короткого рангового блока: чем он длиннее, тем меньше файл и грубее звук.</translation>
        </message>
        <message>
            <source>MAP chunk</source>
            <translation>чанк MAP</translation>
        </message>
        <message>
            <source>MAP chunk at byte {1}: {2} is not a multiple of 8</source>
            <translation>чанк MAP, байт {1}: {2} не кратно 8</translation>
        </message>
        <message>
            <source>MAP: superframe {1} lies at bytes {2} to {3} of the FIND chunk at byte {4}, which has {5}</source>
            <translation>MAP: суперкадр {1} занимает байты {2}–{3} чанка FIND (байт {4}), а в том их всего {5}</translation>
        </message>
        <message>
            <source>Makes the random signs.</source>
            <translation>Порождает случайные знаки.</translation>
        </message>
        <message>
            <source>Mean size of a sample in the file; less where the sound needs less.</source>
            <translation>Средний размер отсчёта в файле; меньше там, где звуку хватает меньшего.</translation>
        </message>
        <message>
            <source>Mean squared deviation up to which a block counts as silent.</source>
            <translation>Средний квадрат отклонения, до которого блок считается тихим.</translation>
        </message>
        <message>
            <source>Order in which the maps of a frame are applied.</source>
            <translation>Порядок, в котором применяются отображения кадра.</translation>
        </message>
        <message>
            <source>Output rate, one of those the file can have.</source>
            <translation>Частота на выходе, одна из возможных для этого файла.</translation>
        </message>
        <message>
            <source>Output samples for each smallest range; as many as it had gives the original rate.</source>
            <translation>Отсчётов на выходе на каждый наименьший ранговый блок; столько же, сколько в нём было, даёт исходную частоту.</translation>
        </message>
        <message>
            <source>RIFF size</source>
            <translation>размер RIFF</translation>
        </message>
        <message>
            <source>ROAD chunk</source>
            <translation>чанк ROAD</translation>
        </message>
        <message>
            <source>ROAD chunk at byte {1}: {2} bytes, must be 32</source>
            <translation>чанк ROAD, байт {1}: размер {2} Б, а должен быть 32</translation>
        </message>
        <message>
            <source>ROAD chunk: format {1}, only 0 is known</source>
            <translation>чанк ROAD: формат {1}, известен только 0</translation>
        </message>
        <message>
            <source>ROAD classic</source>
            <translation>ROAD classic</translation>
        </message>
        <message>
            <source>ROADINFO</source>
            <translation>ROADINFO</translation>
        </message>
        <message>
            <source>ROADINFO: rate: 0 Hz, must be 1 or more</source>
            <translation>ROADINFO: частота 0 Гц, должна быть не меньше 1</translation>
        </message>
        <message>
            <source>Repeats the same random order.</source>
            <translation>Повторяет тот же случайный порядок.</translation>
        </message>
        <message>
            <source>Rotated, or as-shipped: the original's fixed 6 + 1 bits, which only block and seed change.</source>
            <translation>С вращением или в исходном виде: неизменные 6 + 1 бит оригинала, где действуют только длина блока и начальное число.</translation>
        </message>
        <message>
            <source>Spend the last bit of each sample on the sign of its error, as the original does: of 7 bits it is worth 4.6 dB, where a finer table in its place is worth 6.0.</source>
            <translation>Тратить последний бит каждого отсчёта на знак его ошибки, как делает оригинал: при 7 битах это даёт 4,6 дБ, а более подробная таблица вместо него дала бы 6,0.</translation>
        </message>
        <message>
            <source>Squared error of a range from which on it is halved.</source>
            <translation>Квадрат ошибки рангового блока, начиная с которого блок делится пополам.</translation>
        </message>
        <message>
            <source>TQA</source>
            <translation>TQA</translation>
        </message>
        <message>
            <source>Times that all maps are applied; 0 gives the steps of the seed.</source>
            <translation>Сколько раз применяются все отображения; при 0 остаются ступени затравки.</translation>
        </message>
        <message>
            <source>What scale codes are divided by, where the file does not tell.</source>
            <translation>На что делятся коды масштаба, если файл этого не сообщает.</translation>
        </message>
        <message>
            <source>What stereo is stored as: middle and side, side and middle, or left and right.</source>
            <translation>Как хранится стерео: сумма и разность, разность и сумма или левый и правый каналы.</translation>
        </message>
        <message>
            <source>Write byte for byte what the original program wrote, losing what it lost.</source>
            <translation>Писать байт в байт то же, что исходная программа, и терять то же, что теряла она.</translation>
        </message>
        <message>
            <source>a domain does not fit into a frame of {1} samples</source>
            <translation>доменный блок не умещается в кадр длиной {1} отсч.</translation>
        </message>
        <message>
            <source>a file of this format ends at 4 GiB</source>
            <translation>предел файла этого формата — 4 ГиБ</translation>
        </message>
        <message>
            <source>a frame of {1} samples cannot be halved down to ranges of {2} to {3} samples</source>
            <translation>кадр длиной {1} отсч. нельзя делить пополам до ранговых блоков длиной от {2} до {3} отсч.</translation>
        </message>
        <message>
            <source>a slope of more than {1} samples has no room in a record of the published layout; use the layout packets</source>
            <translation>склон длиннее {1} отсч. не умещается в запись опубликованной структуры; выберите структуру packets</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>текстом</translation>
        </message>
        <message>
            <source>an empty sound: the program of variant a writes an unreadable file; leave strict out or use variant b</source>
            <translation>пустой звук: программа варианта a пишет нечитаемый файл; уберите точное повторение или выберите вариант b</translation>
        </message>
        <message>
            <source>an object</source>
            <translation>объектом</translation>
        </message>
        <message>
            <source>answer: all {1} trials are answered</source>
            <translation>ответ: все попытки ({1}) уже сделаны</translation>
        </message>
        <message>
            <source>answer: {1}, must be A or B</source>
            <translation>ответ: {1}, должно быть A или B</translation>
        </message>
        <message>
            <source>argument list too long</source>
            <translation>слишком длинный список аргументов</translation>
        </message>
        <message>
            <source>as original {1}</source>
            <translation>как в старом плеере {1}</translation>
        </message>
        <message>
            <source>as-shipped</source>
            <translation>исходный вид</translation>
        </message>
        <message>
            <source>as_original</source>
            <translation>как в старом плеере (as_original)</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>авто</translation>
        </message>
        <message>
            <source>backend: {1}, must be one of {2}</source>
            <translation>вычислитель: {1}, возможны {2}</translation>
        </message>
        <message>
            <source>bad address</source>
            <translation>неверный адрес</translation>
        </message>
        <message>
            <source>bad channel count</source>
            <translation>неверное число каналов</translation>
        </message>
        <message>
            <source>bad data length</source>
            <translation>неверная длина данных</translation>
        </message>
        <message>
            <source>bad file descriptor</source>
            <translation>неверный дескриптор файла</translation>
        </message>
        <message>
            <source>bad flac header</source>
            <translation>неверный заголовок FLAC</translation>
        </message>
        <message>
            <source>bad sample size</source>
            <translation>неверный размер отсчёта</translation>
        </message>
        <message>
            <source>bands</source>
            <translation>полосы (bands)</translation>
        </message>
        <message>
            <source>bands {1}</source>
            <translation>полосы {1}</translation>
        </message>
        <message>
            <source>begins like an option of a command</source>
            <translation>начинается как параметр команды</translation>
        </message>
        <message>
            <source>begins or ends with a dot or a space</source>
            <translation>начинается или кончается точкой или пробелом</translation>
        </message>
        <message>
            <source>bits</source>
            <translation>разрядность (bits)</translation>
        </message>
        <message>
            <source>bits {1}</source>
            <translation>разрядность {1}</translation>
        </message>
        <message>
            <source>block</source>
            <translation>блок</translation>
        </message>
        <message>
            <source>block at byte {1}: CRC is 0x{2}, 0x{3} expected</source>
            <translation>блок, байт {1}: CRC 0x{2} вместо 0x{3}</translation>
        </message>
        <message>
            <source>block at byte {1}: a second ROADINFO</source>
            <translation>блок, байт {1}: второй ROADINFO</translation>
        </message>
        <message>
            <source>block at byte {1}: unknown code {2}</source>
            <translation>блок, байт {1}: неизвестный код {2}</translation>
        </message>
        <message>
            <source>block at byte {1}: {2} bytes are declared, {3} are there</source>
            <translation>блок, байт {1}: объявлено {2} Б, есть {3}</translation>
        </message>
        <message>
            <source>block at byte {1}: {2} bytes, {3} expected</source>
            <translation>блок, байт {1}: размер {2} Б, а должен быть {3}</translation>
        </message>
        <message>
            <source>block head</source>
            <translation>заголовок блока</translation>
        </message>
        <message>
            <source>block length</source>
            <translation>длина блока</translation>
        </message>
        <message>
            <source>block {1}</source>
            <translation>блок {1}</translation>
        </message>
        <message>
            <source>broken pipe</source>
            <translation>канал закрыт с другой стороны</translation>
        </message>
        <message>
            <source>buffer too big</source>
            <translation>слишком большой буфер</translation>
        </message>
        <message>
            <source>buffer too small</source>
            <translation>слишком маленький буфер</translation>
        </message>
        <message>
            <source>byte 0: no RIFF WAVE head; this is not a ROAD file</source>
            <translation>байт 0: нет заголовка RIFF WAVE; это не файл ROAD</translation>
        </message>
        <message>
            <source>byte rate and block align</source>
            <translation>байт в секунду и выравнивание блока</translation>
        </message>
        <message>
            <source>byte {1}: a second fmt chunk</source>
            <translation>байт {1}: второй чанк fmt</translation>
        </message>
        <message>
            <source>byte {1}: a second {2} chunk</source>
            <translation>байт {1}: второй чанк {2}</translation>
        </message>
        <message>
            <source>byte {1}: no ROADINFO block before the data</source>
            <translation>байт {1}: перед данными нет блока ROADINFO</translation>
        </message>
        <message>
            <source>byte {1}: no page of an Ogg stream</source>
            <translation>байт {1}: нет страницы потока Ogg</translation>
        </message>
        <message>
            <source>byte {1}: no {2} chunk where one must be</source>
            <translation>байт {1}: нет чанка {2} там, где он должен быть</translation>
        </message>
        <message>
            <source>byte {1}: the data chunk comes before the fmt chunk</source>
            <translation>байт {1}: чанк data стоит раньше чанка fmt</translation>
        </message>
        <message>
            <source>byte {1}: {2} bytes behind FIND are no chunk</source>
            <translation>байт {1}: {2} Б за чанком FIND не образуют чанка</translation>
        </message>
        <message>
            <source>came with the program and stays</source>
            <translation>поставляется с программой и не удаляется</translation>
        </message>
        <message>
            <source>cannot allocate memory</source>
            <translation>не удалось выделить память</translation>
        </message>
        <message>
            <source>cannot be</source>
            <translation>недопустимы</translation>
        </message>
        <message>
            <source>channel count is zero</source>
            <translation>число каналов равно нулю</translation>
        </message>
        <message>
            <source>channels</source>
            <translation>каналы</translation>
        </message>
        <message>
            <source>channels: the original has {1}, the other sound {2}; only sounds with as many channels can be compared</source>
            <translation>каналы: в оригинале {1}, в другом звуке {2}; сравнить можно только звуки с равным числом каналов</translation>
        </message>
        <message>
            <source>channels: the sound has {1}, the file {2}; it is not its original</source>
            <translation>каналы: в звуке {1}, в файле {2}; это не его оригинал</translation>
        </message>
        <message>
            <source>channels: {1}, at most {2} are held</source>
            <translation>каналы: {1}, помещается не больше {2}</translation>
        </message>
        <message>
            <source>channels: {1}, road-classic holds 1 to {2}</source>
            <translation>каналы: {1}, road-classic вмещает от 1 до {2}</translation>
        </message>
        <message>
            <source>channels: {1}, the program of variant a took 2 only; leave strict out or use variant b</source>
            <translation>каналы: {1}, программа варианта a принимала только 2; уберите точное повторение или выберите вариант b</translation>
        </message>
        <message>
            <source>channels: {1}, tqa holds 1 to {2}</source>
            <translation>каналы: {1}, tqa вмещает от 1 до {2}</translation>
        </message>
        <message>
            <source>checksum of the seed</source>
            <translation>контрольная сумма затравки</translation>
        </message>
        <message>
            <source>chunk head</source>
            <translation>заголовок чанка</translation>
        </message>
        <message>
            <source>chunks behind FIND</source>
            <translation>чанки за FIND</translation>
        </message>
        <message>
            <source>codec: {1}, must be one of {2}</source>
            <translation>кодек: {1}, возможны {2}</translation>
        </message>
        <message>
            <source>columns: {1}, must be 1 or more</source>
            <translation>столбцы: {1}, нужно не меньше 1</translation>
        </message>
        <message>
            <source>columns: {1}, must be even and 2 or more</source>
            <translation>столбцы: {1}, нужно чётное число не меньше 2</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>комментарий</translation>
        </message>
        <message>
            <source>comments of the Ogg stream</source>
            <translation>комментарии потока Ogg</translation>
        </message>
        <message>
            <source>connection timed out</source>
            <translation>время ожидания истекло</translation>
        </message>
        <message>
            <source>constant scale and domain shift</source>
            <translation>постоянный масштаб и сдвиг домена</translation>
        </message>
        <message>
            <source>copy-others: beside their sources the other files are there already; name a folder with -o</source>
            <translation>копирование остальных файлов (copy-others): рядом с источниками они уже есть; выберите папку</translation>
        </message>
        <message>
            <source>could not open file</source>
            <translation>не удалось открыть файл</translation>
        </message>
        <message>
            <source>cover</source>
            <translation>обложка</translation>
        </message>
        <message>
            <source>cover at byte {1}: its CRC does not match; it is damaged</source>
            <translation>обложка, байт {1}: CRC не сходится, она повреждена</translation>
        </message>
        <message>
            <source>cover at byte {1}: {2} bytes are declared, at most {3} can be</source>
            <translation>обложка, байт {1}: объявлено {2} Б, возможно не больше {3}</translation>
        </message>
        <message>
            <source>cover: a description of {1} bytes, at most {2} are kept, and no zeros</source>
            <translation>обложка: описание в {1} Б, сохраняется не больше {2} и без нулей</translation>
        </message>
        <message>
            <source>cover: {1} bytes, 1 to {2} are kept; make the picture smaller</source>
            <translation>обложка: {1} Б, сохраняется от 1 до {2}; уменьшите изображение</translation>
        </message>
        <message>
            <source>cover: {1} is no media type, such as image/jpeg</source>
            <translation>обложка: {1} — не тип содержимого, как, например, image/jpeg</translation>
        </message>
        <message>
            <source>damaged: the last {1} bytes are no whole record and are left out</source>
            <translation>повреждён: последние {1} Б не образуют целой записи и отброшены</translation>
        </message>
        <message>
            <source>damaged: {1}</source>
            <translation>повреждён: {1}</translation>
        </message>
        <message>
            <source>damaged: {1}; its {2} samples are silent</source>
            <translation>повреждён: {1}; вместо него тишина ({2} отсч.)</translation>
        </message>
        <message>
            <source>damaged: {1}; what stands before is decoded</source>
            <translation>повреждён: {1}; декодируется то, что стоит раньше</translation>
        </message>
        <message>
            <source>data</source>
            <translation>данные</translation>
        </message>
        <message>
            <source>description</source>
            <translation>описание</translation>
        </message>
        <message>
            <source>device or resource busy</source>
            <translation>устройство или ресурс занят</translation>
        </message>
        <message>
            <source>device unavailable</source>
            <translation>устройство недоступно</translation>
        </message>
        <message>
            <source>directory not empty</source>
            <translation>папка не пуста</translation>
        </message>
        <message>
            <source>disk quota exceeded</source>
            <translation>исчерпана дисковая квота</translation>
        </message>
        <message>
            <source>domain and scale bytes</source>
            <translation>байты доменов и масштабов</translation>
        </message>
        <message>
            <source>ds64 chunk</source>
            <translation>чанк ds64</translation>
        </message>
        <message>
            <source>embedded null byte</source>
            <translation>внутри нулевой байт</translation>
        </message>
        <message>
            <source>encoding of the text</source>
            <translation>кодировка текста</translation>
        </message>
        <message>
            <source>encryption</source>
            <translation>шифрование</translation>
        </message>
        <message>
            <source>encryption code {1}: only the seed can be played</source>
            <translation>код шифрования {1}: прослушать можно только затравку</translation>
        </message>
        <message>
            <source>encryption code {1}: only the seed of this file can be decoded</source>
            <translation>код шифрования {1}: у этого файла декодируется только затравка</translation>
        </message>
        <message>
            <source>encryption code {1}: the maps cannot be read</source>
            <translation>код шифрования {1}: отображения прочесть нельзя</translation>
        </message>
        <message>
            <source>end of the index</source>
            <translation>конец индекса</translation>
        </message>
        <message>
            <source>end too early</source>
            <translation>обрываются слишком рано</translation>
        </message>
        <message>
            <source>entropy</source>
            <translation>короткие коды частым индексам (entropy)</translation>
        </message>
        <message>
            <source>entropy {1}</source>
            <translation>короткие коды {1}</translation>
        </message>
        <message>
            <source>error in adpcm wav file. invalid bit width</source>
            <translation>в файле WAV ADPCM неверная разрядность</translation>
        </message>
        <message>
            <source>error in adpcm wav file. invalid number of channels</source>
            <translation>в файле WAV ADPCM неверное число каналов</translation>
        </message>
        <message>
            <source>error in adpcm wav file. invalid number of samples per block</source>
            <translation>в файле WAV ADPCM неверное число отсчётов в блоке</translation>
        </message>
        <message>
            <source>error in aiff file, 'aiff' marker without 'form'</source>
            <translation>в файле AIFF метка AIFF без FORM</translation>
        </message>
        <message>
            <source>error in aiff file, 'comm' marker without 'form'</source>
            <translation>в файле AIFF чанк COMM без FORM</translation>
        </message>
        <message>
            <source>error in aiff file, 'ssnd' marker without 'comm'</source>
            <translation>в файле AIFF чанк SSND без COMM</translation>
        </message>
        <message>
            <source>error in aiff file, bad 'comm' chunk</source>
            <translation>в файле AIFF неверный чанк COMM</translation>
        </message>
        <message>
            <source>error in aiff file, bad 'comm' chunk size</source>
            <translation>в файле AIFF неверный размер чанка COMM</translation>
        </message>
        <message>
            <source>error in aiff file, bad 'form' marker</source>
            <translation>в файле AIFF неверная метка FORM</translation>
        </message>
        <message>
            <source>error in aiff file, bad 'ssnd' chunk</source>
            <translation>в файле AIFF неверный чанк SSND</translation>
        </message>
        <message>
            <source>error in aiff file, no sound data</source>
            <translation>в файле AIFF нет звука</translation>
        </message>
        <message>
            <source>error in aiff file, unknown chunk</source>
            <translation>в файле AIFF неизвестный чанк</translation>
        </message>
        <message>
            <source>error in au file, missing '.snd' or 'dns.' marker</source>
            <translation>в файле AU нет метки .snd или dns.</translation>
        </message>
        <message>
            <source>error in au file, unknown format</source>
            <translation>в файле AU неизвестный формат</translation>
        </message>
        <message>
            <source>error in rf64 file. no 'data' chunk marker</source>
            <translation>в файле RF64 нет чанка data</translation>
        </message>
        <message>
            <source>error in voc file, bad format</source>
            <translation>в файле VOC неверный формат</translation>
        </message>
        <message>
            <source>error in w64 file. file contains 64 bit offset</source>
            <translation>в файле W64 64-битное смещение</translation>
        </message>
        <message>
            <source>error in w64 file. no 'data' chunk marker</source>
            <translation>в файле W64 нет чанка data</translation>
        </message>
        <message>
            <source>error in w64 file. no 'riff' chunk marker</source>
            <translation>в файле W64 нет чанка RIFF</translation>
        </message>
        <message>
            <source>error in w64 file. no 'wave' chunk marker</source>
            <translation>в файле W64 нет метки WAVE</translation>
        </message>
        <message>
            <source>error in wav file. 'fact' chunk out of place</source>
            <translation>в файле WAV чанк fact не на своём месте</translation>
        </message>
        <message>
            <source>error in wav file. bad 'peak' chunk</source>
            <translation>в файле WAV неверный чанк PEAK</translation>
        </message>
        <message>
            <source>error in wav file. block alignment in 'fmt ' chunk is incorrect</source>
            <translation>в файле WAV неверное выравнивание блока в чанке fmt</translation>
        </message>
        <message>
            <source>error in wav file. data is in wavpack format</source>
            <translation>данные в формате WavPack</translation>
        </message>
        <message>
            <source>error in wav file. errors in 'fmt ' chunk</source>
            <translation>в файле WAV ошибочный чанк fmt</translation>
        </message>
        <message>
            <source>error in wav file. file contains an unknown chunk marker</source>
            <translation>в файле WAV неизвестный чанк</translation>
        </message>
        <message>
            <source>error in wav file. malformed list chunk</source>
            <translation>в файле WAV неправильный чанк LIST</translation>
        </message>
        <message>
            <source>error in wav file. no 'data' chunk marker</source>
            <translation>в файле WAV нет чанка data</translation>
        </message>
        <message>
            <source>error in wav file. no 'riff' chunk marker</source>
            <translation>в файле WAV нет чанка RIFF</translation>
        </message>
        <message>
            <source>error in wav file. no 'wave' chunk marker</source>
            <translation>в файле WAV нет метки WAVE</translation>
        </message>
        <message>
            <source>error in wav/w64/rf64 file. malformed 'fmt ' chunk</source>
            <translation>в файле WAV, W64 или RF64 неправильный чанк fmt</translation>
        </message>
        <message>
            <source>error in wav/w64/rf64 file. no 'fmt ' chunk marker</source>
            <translation>в файле WAV, W64 или RF64 нет чанка fmt</translation>
        </message>
        <message>
            <source>error in wav/w64/rf64 file. short 'fmt ' chunk</source>
            <translation>в файле WAV, W64 или RF64 короткий чанк fmt</translation>
        </message>
        <message>
            <source>extended head of the ID3 tag</source>
            <translation>расширенный заголовок тега ID3</translation>
        </message>
        <message>
            <source>file contains data in an unimplemented format</source>
            <translation>данные файла в неподдерживаемом формате</translation>
        </message>
        <message>
            <source>file does not exist or is not a regular file (possibly a pipe?)</source>
            <translation>файла нет, или это не обычный файл (возможно, канал?)</translation>
        </message>
        <message>
            <source>file exists</source>
            <translation>файл уже существует</translation>
        </message>
        <message>
            <source>file exists but no data could be read</source>
            <translation>файл есть, но данные не читаются</translation>
        </message>
        <message>
            <source>file name too long</source>
            <translation>слишком длинное имя файла</translation>
        </message>
        <message>
            <source>file too large</source>
            <translation>файл слишком велик</translation>
        </message>
        <message>
            <source>flac channel changed mid stream</source>
            <translation>число каналов FLAC меняется посреди потока</translation>
        </message>
        <message>
            <source>flac decoder lost sync</source>
            <translation>декодер FLAC потерял синхронизацию</translation>
        </message>
        <message>
            <source>flac does not support this sample rate</source>
            <translation>FLAC не поддерживает эту частоту дискретизации</translation>
        </message>
        <message>
            <source>float samples are stored as 32-bit integers</source>
            <translation>отсчёты с плавающей точкой сохраняются как 32-битные целые</translation>
        </message>
        <message>
            <source>fmt chunk</source>
            <translation>чанк fmt</translation>
        </message>
        <message>
            <source>fmt chunk at byte {1}: channels: 0, must be 1 or more</source>
            <translation>чанк fmt, байт {1}: каналов 0, должно быть не меньше 1</translation>
        </message>
        <message>
            <source>fmt chunk at byte {1}: format tag {2}, must be 1 (PCM)</source>
            <translation>чанк fmt, байт {1}: код формата {2}, должен быть 1 (PCM)</translation>
        </message>
        <message>
            <source>fmt chunk at byte {1}: rate: 0 Hz, must be 1 or more</source>
            <translation>чанк fmt, байт {1}: частота 0 Гц, должна быть не меньше 1</translation>
        </message>
        <message>
            <source>format</source>
            <translation>формат</translation>
        </message>
        <message>
            <source>format not recognised</source>
            <translation>формат не распознан</translation>
        </message>
        <message>
            <source>format tag</source>
            <translation>код формата</translation>
        </message>
        <message>
            <source>frame length</source>
            <translation>длина кадра</translation>
        </message>
        <message>
            <source>frame {1} of channel {2}: there are {3} frames of {4} channels</source>
            <translation>кадр {1} канала {2}: всего кадров {3}, каналов {4}</translation>
        </message>
        <message>
            <source>frame: {1} samples, must be a power of two from {2} to {3}</source>
            <translation>кадр: {1} отсч., нужна степень двойки от {2} до {3}</translation>
        </message>
        <message>
            <source>frames are {1}, must be ({2}, channels)</source>
            <translation>кадры имеют вид {1}, нужен вид ({2}, каналы)</translation>
        </message>
        <message>
            <source>frames per superframe</source>
            <translation>кадров в суперкадре</translation>
        </message>
        <message>
            <source>free space unknown</source>
            <translation>сколько места свободно, неизвестно</translation>
        </message>
        <message>
            <source>frequency scale: {1}, must be one of {2}</source>
            <translation>шкала частот: {1}, возможны {2}</translation>
        </message>
        <message>
            <source>gpu: CUDA shows no device</source>
            <translation>gpu: CUDA не находит устройства</translation>
        </message>
        <message>
            <source>gpu: CUDA shows no device ({1})</source>
            <translation>gpu: CUDA не находит устройства ({1})</translation>
        </message>
        <message>
            <source>gpu: CuPy cannot be loaded ({1})</source>
            <translation>gpu: не удалось загрузить CuPy ({1})</translation>
        </message>
        <message>
            <source>gpu: CuPy is not installed; pip install 'road-studio[gpu]' brings it</source>
            <translation>gpu: CuPy не установлен; его ставит команда pip install 'road-studio[gpu]'</translation>
        </message>
        <message>
            <source>gpu: the device does not answer ({1})</source>
            <translation>gpu: устройство не отвечает ({1})</translation>
        </message>
        <message>
            <source>gpu: {1} failed ({2}); the cpu did the rest</source>
            <translation>gpu: сбой на {1} ({2}); остальное сделал процессор</translation>
        </message>
        <message>
            <source>gpu: {1} fails: {2}</source>
            <translation>gpu: сбой на {1}: {2}</translation>
        </message>
        <message>
            <source>gpu: {1} had less memory left than it may take, which made the batches smaller; --gpu-memory sets how much that is</source>
            <translation>gpu: на {1} свободной памяти меньше разрешённой, поэтому порции уменьшены; предел задаёт --gpu-memory</translation>
        </message>
        <message>
            <source>gpu: {1} is not exact: off by {2}, at most {3} is allowed; is TF32 or an emulation of float32 switched on?</source>
            <translation>gpu: {1} считает неточно: отклонение {2}, допустимо не больше {3}; не включён ли TF32 или эмуляция float32?</translation>
        </message>
        <message>
            <source>gpu: {1} proposes other domains than the cpu</source>
            <translation>gpu: {1} предлагает не те домены, что процессор</translation>
        </message>
        <message>
            <source>guessed from the codes</source>
            <translation>угадывается по кодам</translation>
        </message>
        <message>
            <source>has more than {1} characters</source>
            <translation>длиннее {1} знаков</translation>
        </message>
        <message>
            <source>head</source>
            <translation>заголовок</translation>
        </message>
        <message>
            <source>head at byte 0: its CRC does not match; it is damaged</source>
            <translation>заголовок, байт 0: CRC не сходится, он повреждён</translation>
        </message>
        <message>
            <source>head of a block</source>
            <translation>заголовок блока</translation>
        </message>
        <message>
            <source>head of the FLAC file</source>
            <translation>заголовок файла FLAC</translation>
        </message>
        <message>
            <source>head of the codec: mode {1}, block 2**{2}, bands 2**{3} and flags {4} cannot be</source>
            <translation>заголовок кодека: способ {1}, блок 2**{2}, полосы 2**{3} и флаги {4} невозможны</translation>
        </message>
        <message>
            <source>head of the codec: {1} bytes, {2} expected</source>
            <translation>заголовок кодека: размер {1} Б, а должен быть {2}</translation>
        </message>
        <message>
            <source>head: sample type {1}, {2} Hz, {3} channels cannot be</source>
            <translation>заголовок: формат отсчётов {1}, частота {2} Гц, каналов {3} — так не бывает</translation>
        </message>
        <message>
            <source>head: {1} is no step of heights</source>
            <translation>заголовок: {1} не может быть шагом высот</translation>
        </message>
        <message>
            <source>holds a character that not every system takes, such as one of {1}</source>
            <translation>содержит знак, допустимый не во всех системах, например один из {1}</translation>
        </message>
        <message>
            <source>host api not found</source>
            <translation>звуковая система не найдена</translation>
        </message>
        <message>
            <source>ignored: {1}</source>
            <translation>не учитывается: {1}</translation>
        </message>
        <message>
            <source>illegal seek</source>
            <translation>недопустимое перемещение по файлу</translation>
        </message>
        <message>
            <source>index</source>
            <translation>индекс</translation>
        </message>
        <message>
            <source>index at byte {1}: a packet of {2} samples, 1 to {3} are allowed</source>
            <translation>индекс, байт {1}: пакет в {2} отсч., допустимо от 1 до {3}</translation>
        </message>
        <message>
            <source>index at byte {1}: its CRC does not match; it is damaged</source>
            <translation>индекс, байт {1}: CRC не сходится, он повреждён</translation>
        </message>
        <message>
            <source>index at byte {1}: its {2} packets take {3} bytes and hold {4} samples, not {5} and {6}</source>
            <translation>индекс, байт {1}: пакеты (всего {2}) занимают {3} Б и содержат {4} отсч., а не {5} и {6}</translation>
        </message>
        <message>
            <source>index before byte {1}: {2} packets have no room</source>
            <translation>индекс перед байтом {1}: пакеты (всего {2}) не умещаются</translation>
        </message>
        <message>
            <source>index bytes</source>
            <translation>байты индексов</translation>
        </message>
        <message>
            <source>index bytes cover {1} of {2} units</source>
            <translation>байты индексов покрывают {1} единиц из {2}</translation>
        </message>
        <message>
            <source>input/output error</source>
            <translation>ошибка ввода-вывода</translation>
        </message>
        <message>
            <source>insufficient memory</source>
            <translation>недостаточно памяти</translation>
        </message>
        <message>
            <source>internal portaudio error</source>
            <translation>внутренняя ошибка PortAudio</translation>
        </message>
        <message>
            <source>internal psf_fseek() failed</source>
            <translation>сбой перемещения по файлу (psf_fseek)</translation>
        </message>
        <message>
            <source>invalid argument</source>
            <translation>недопустимый аргумент</translation>
        </message>
        <message>
            <source>invalid cross-device link</source>
            <translation>ссылка ведёт на другой диск</translation>
        </message>
        <message>
            <source>invalid device</source>
            <translation>такого устройства нет</translation>
        </message>
        <message>
            <source>invalid host api</source>
            <translation>такой звуковой системы нет</translation>
        </message>
        <message>
            <source>invalid number of channels</source>
            <translation>такое число каналов не поддерживается</translation>
        </message>
        <message>
            <source>invalid sample rate</source>
            <translation>такая частота дискретизации не поддерживается</translation>
        </message>
        <message>
            <source>is a directory</source>
            <translation>это папка</translation>
        </message>
        <message>
            <source>is empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>is the name of a device on some systems</source>
            <translation>в некоторых системах служит именем устройства</translation>
        </message>
        <message>
            <source>is the name of one that came with the program</source>
            <translation>— имя пресета, который поставляется с программой</translation>
        </message>
        <message>
            <source>item {1} crosses the end of its frame</source>
            <translation>элемент {1} выходит за конец своего кадра</translation>
        </message>
        <message>
            <source>item {1}: a domain of {2} samples at {3} does not fit into a frame of {4}</source>
            <translation>элемент {1}: доменный блок в {2} отсч. с места {3} не умещается в кадр длиной {4}</translation>
        </message>
        <message>
            <source>keep going {1}</source>
            <translation>спасать {1}</translation>
        </message>
        <message>
            <source>keep_going</source>
            <translation>спасать повреждённые файлы (keep_going)</translation>
        </message>
        <message>
            <source>keeping the cover</source>
            <translation>сохранение обложки</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>вид</translation>
        </message>
        <message>
            <source>largest lag: {1} samples, must be 0 to {2}</source>
            <translation>наибольший сдвиг: {1} отсч., возможно от 0 до {2}</translation>
        </message>
        <message>
            <source>last seed byte</source>
            <translation>последний байт затравки</translation>
        </message>
        <message>
            <source>layout</source>
            <translation>структура файла (layout)</translation>
        </message>
        <message>
            <source>layout {1}</source>
            <translation>структура {1}</translation>
        </message>
        <message>
            <source>length</source>
            <translation>длина</translation>
        </message>
        <message>
            <source>loudness of {1} channels at {2} Hz: at least 1 channel and {3} Hz are needed</source>
            <translation>громкость: каналов {1}, частота {2} Гц, а нужно не меньше 1 канала и {3} Гц</translation>
        </message>
        <message>
            <source>loudness: {1} channels, {2} expected</source>
            <translation>громкость: каналов {1}, ожидалось {2}</translation>
        </message>
        <message>
            <source>media type</source>
            <translation>тип содержимого</translation>
        </message>
        <message>
            <source>mixing</source>
            <translation>стерео (mixing)</translation>
        </message>
        <message>
            <source>mixing {1}</source>
            <translation>стерео {1}</translation>
        </message>
        <message>
            <source>mixing: {1}, must be 0 to {2}</source>
            <translation>стерео (mixing): {1}, возможно от 0 до {2}</translation>
        </message>
        <message>
            <source>mode</source>
            <translation>способ (mode)</translation>
        </message>
        <message>
            <source>mode {1}</source>
            <translation>способ {1}</translation>
        </message>
        <message>
            <source>more than {1} blocks before byte {2}</source>
            <translation>до байта {2} больше {1} блоков</translation>
        </message>
        <message>
            <source>more than {1} chunks before the sound</source>
            <translation>перед звуком больше {1} чанков</translation>
        </message>
        <message>
            <source>mpeg-1/2/2.5 only supports sample rates of 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, and 48000</source>
            <translation>MPEG-1/2/2.5 поддерживает только частоты 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100 и 48000 Гц</translation>
        </message>
        <message>
            <source>neither the first bytes of an Extrema file, nor records of the published layout: their curves are too long for a sound</source>
            <translation>нет ни первых байтов файла Extrema, ни записей опубликованной структуры: кривые слишком длинны для звука</translation>
        </message>
        <message>
            <source>no 'desc' marker in caf file</source>
            <translation>в файле CAF нет чанка desc</translation>
        </message>
        <message>
            <source>no FLAC file</source>
            <translation>не файл FLAC</translation>
        </message>
        <message>
            <source>no ROAD chunk behind the sound (byte {1}): a plain WAVE file, or cut short</source>
            <translation>за звуком (байт {1}) нет чанка ROAD: это обычный файл WAVE, или он обрезан</translation>
        </message>
        <message>
            <source>no space left on device</source>
            <translation>на устройстве нет места</translation>
        </message>
        <message>
            <source>no such device</source>
            <translation>нет такого устройства</translation>
        </message>
        <message>
            <source>no such device or address</source>
            <translation>нет такого устройства или адреса</translation>
        </message>
        <message>
            <source>no such file or directory</source>
            <translation>нет такого файла или папки</translation>
        </message>
        <message>
            <source>not a caf file</source>
            <translation>не файл CAF</translation>
        </message>
        <message>
            <source>not a directory</source>
            <translation>это не папка</translation>
        </message>
        <message>
            <source>not an rf64 file</source>
            <translation>не файл RF64</translation>
        </message>
        <message>
            <source>number of comments</source>
            <translation>число комментариев</translation>
        </message>
        <message>
            <source>number of tags</source>
            <translation>число тегов</translation>
        </message>
        <message>
            <source>off</source>
            <translation>выкл.</translation>
        </message>
        <message>
            <source>on</source>
            <translation>вкл.</translation>
        </message>
        <message>
            <source>on-exists: {1}, must be one of {2}</source>
            <translation>если файл уже есть (on-exists): {1}, возможны {2}</translation>
        </message>
        <message>
            <source>one of {1}</source>
            <translation>одно из значений {1}</translation>
        </message>
        <message>
            <source>operation not permitted</source>
            <translation>операция не разрешена</translation>
        </message>
        <message>
            <source>opus only supports sample rates of 8000, 12000, 16000, 24000, and 48000</source>
            <translation>Opus поддерживает только частоты 8000, 12000, 16000, 24000 и 48000 Гц</translation>
        </message>
        <message>
            <source>order</source>
            <translation>порядок (order)</translation>
        </message>
        <message>
            <source>order seed {1}</source>
            <translation>начальное число порядка {1}</translation>
        </message>
        <message>
            <source>order {1}</source>
            <translation>порядок {1}</translation>
        </message>
        <message>
            <source>order_seed</source>
            <translation>начальное число порядка (order_seed)</translation>
        </message>
        <message>
            <source>orig chunk</source>
            <translation>чанк orig</translation>
        </message>
        <message>
            <source>orig chunk at byte {1}: its CRC does not match; it is damaged</source>
            <translation>чанк orig, байт {1}: CRC не сходится, он повреждён</translation>
        </message>
        <message>
            <source>orig chunk at byte {1}: sample type {2} or rate {3} Hz</source>
            <translation>чанк orig, байт {1}: формат отсчётов {2} или частота {3} Гц</translation>
        </message>
        <message>
            <source>orig chunk at byte {1}: version {2}, only 1 is known</source>
            <translation>чанк orig, байт {1}: версия {2}, известна только 1</translation>
        </message>
        <message>
            <source>orig chunk at byte {1}: {2} bytes are left behind the tags</source>
            <translation>чанк orig, байт {1}: за тегами осталось {2} Б</translation>
        </message>
        <message>
            <source>orig chunk at byte {1}: {2} bytes are too many</source>
            <translation>чанк orig, байт {1}: {2} Б — слишком много</translation>
        </message>
        <message>
            <source>orig chunk: {1} samples are declared, the superframes hold {2}</source>
            <translation>чанк orig: объявлено {1} отсч., а в суперкадрах их {2}</translation>
        </message>
        <message>
            <source>original is {1}, decoded is {2}</source>
            <translation>оригинал имеет вид {1}, декодированный звук — {2}</translation>
        </message>
        <message>
            <source>output underflowed</source>
            <translation>устройству не хватило данных</translation>
        </message>
        <message>
            <source>oversample</source>
            <translation>сверхдискретизация (oversample)</translation>
        </message>
        <message>
            <source>packet</source>
            <translation>пакет</translation>
        </message>
        <message>
            <source>packet at byte {1}: more than {2} bytes</source>
            <translation>пакет, байт {1}: больше {2} Б</translation>
        </message>
        <message>
            <source>packet head</source>
            <translation>заголовок пакета</translation>
        </message>
        <message>
            <source>packet {1}</source>
            <translation>пакет {1}</translation>
        </message>
        <message>
            <source>packet {1}: mixing {2} of {3} channels</source>
            <translation>пакет {1}: смешивание {2} при числе каналов {3}</translation>
        </message>
        <message>
            <source>packets</source>
            <translation>пакеты</translation>
        </message>
        <message>
            <source>page</source>
            <translation>страница</translation>
        </message>
        <message>
            <source>page at byte {1}: is not all there</source>
            <translation>страница, байт {1}: она не целая</translation>
        </message>
        <message>
            <source>page head</source>
            <translation>заголовок страницы</translation>
        </message>
        <message>
            <source>parameters are of {1}, not ClassicParams</source>
            <translation>параметры относятся к {1}, а не к ClassicParams</translation>
        </message>
        <message>
            <source>parameters are of {1}, not ExtremaParams</source>
            <translation>параметры относятся к {1}, а не к ExtremaParams</translation>
        </message>
        <message>
            <source>parameters are of {1}, not TqaParams</source>
            <translation>параметры относятся к {1}, а не к TqaParams</translation>
        </message>
        <message>
            <source>passes</source>
            <translation>проходы (passes)</translation>
        </message>
        <message>
            <source>passes {1}</source>
            <translation>проходы {1}</translation>
        </message>
        <message>
            <source>pattern: a brace has no partner</source>
            <translation>шаблон: у скобки нет пары</translation>
        </message>
        <message>
            <source>pattern: a name is missing behind the last /</source>
            <translation>шаблон: после последнего / нет имени</translation>
        </message>
        <message>
            <source>pattern: must have 1 to {1} characters</source>
            <translation>шаблон: длина должна быть от 1 до {1} знаков</translation>
        </message>
        <message>
            <source>pattern: must stay in the folder: begin with no / and hold no ..</source>
            <translation>шаблон: не должен выходить из папки, то есть начинаться с / и содержать ..</translation>
        </message>
        <message>
            <source>pattern: {{1}} is unknown; there are {2}</source>
            <translation>шаблон: поля {{1}} нет; есть {2}</translation>
        </message>
        <message>
            <source>permission denied</source>
            <translation>нет доступа</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>изображение</translation>
        </message>
        <message>
            <source>picture block</source>
            <translation>блок изображения</translation>
        </message>
        <message>
            <source>picture of the ID3 tag</source>
            <translation>изображение тега ID3</translation>
        </message>
        <message>
            <source>picture of the ID3 tag: is only a link to one</source>
            <translation>изображение тега ID3: это лишь ссылка</translation>
        </message>
        <message>
            <source>picture of the ID3 tag: its description has no end</source>
            <translation>изображение тега ID3: у описания нет конца</translation>
        </message>
        <message>
            <source>picture of the ID3 tag: its media type has no end</source>
            <translation>изображение тега ID3: у типа содержимого нет конца</translation>
        </message>
        <message>
            <source>picture: is only a link to one</source>
            <translation>изображение: это лишь ссылка</translation>
        </message>
        <message>
            <source>portaudio not initialized</source>
            <translation>PortAudio не запущен</translation>
        </message>
        <message>
            <source>possibly trying to open unsupported format</source>
            <translation>возможно, формат не поддерживается</translation>
        </message>
        <message>
            <source>preparing the search</source>
            <translation>подготовка поиска</translation>
        </message>
        <message>
            <source>preset: the name {1} {2}</source>
            <translation>пресет: имя {1} {2}</translation>
        </message>
        <message>
            <source>preset: there is none of your own that is called {1}</source>
            <translation>пресет: среди ваших нет такого имени: {1}</translation>
        </message>
        <message>
            <source>preset: {1} is there already; choose another name</source>
            <translation>пресет: {1} уже есть; выберите другое имя</translation>
        </message>
        <message>
            <source>preset: {1} {2}</source>
            <translation>пресет: {1} {2}</translation>
        </message>
        <message>
            <source>preset: {1}, must be one of {2}</source>
            <translation>пресет: {1}, возможны {2}</translation>
        </message>
        <message>
            <source>preview channel</source>
            <translation>канал предпрослушивания</translation>
        </message>
        <message>
            <source>problem while creating flac decoder</source>
            <translation>не удалось создать декодер FLAC</translation>
        </message>
        <message>
            <source>problem with initialization of the flac decoder</source>
            <translation>не удалось запустить декодер FLAC</translation>
        </message>
        <message>
            <source>published layout: rate and sample type are taken for granted, the last run is lost, and the curves are not the original's</source>
            <translation>опубликованная структура: частота и формат отсчётов приняты по умолчанию, последний участок утрачен, а кривые не те, что у оригинала</translation>
        </message>
        <message>
            <source>published, holds of {1} bytes</source>
            <translation>опубликованная, паузы по {1} Б</translation>
        </message>
        <message>
            <source>range 16</source>
            <translation>ранг 16</translation>
        </message>
        <message>
            <source>range 32</source>
            <translation>ранг 32</translation>
        </message>
        <message>
            <source>range 4</source>
            <translation>ранг 4</translation>
        </message>
        <message>
            <source>range 8</source>
            <translation>ранг 8</translation>
        </message>
        <message>
            <source>range threshold {1}</source>
            <translation>ошибка {1}</translation>
        </message>
        <message>
            <source>range {1}</source>
            <translation>ранг {1}</translation>
        </message>
        <message>
            <source>range_threshold</source>
            <translation>допустимая ошибка рангового блока (range_threshold)</translation>
        </message>
        <message>
            <source>rate</source>
            <translation>частота</translation>
        </message>
        <message>
            <source>rate hz {1}</source>
            <translation>частота {1}</translation>
        </message>
        <message>
            <source>rate in Hz</source>
            <translation>частота, Гц</translation>
        </message>
        <message>
            <source>rate, oversample and samples per range exclude each other</source>
            <translation>частота, сверхдискретизация и число отсчётов на ранговый блок исключают друг друга</translation>
        </message>
        <message>
            <source>rate: the original has {1} Hz, the other sound {2} Hz; they are too far apart to be compared</source>
            <translation>частота: у оригинала {1} Гц, у другого звука {2} Гц; они слишком различны для сравнения</translation>
        </message>
        <message>
            <source>rate: the sound has {1} Hz, the file {2} Hz; it is not its original</source>
            <translation>частота: у звука {1} Гц, у файла {2} Гц; это не его оригинал</translation>
        </message>
        <message>
            <source>rate: {1} Hz</source>
            <translation>частота: {1} Гц</translation>
        </message>
        <message>
            <source>rate: {1} Hz leaves no seed at a smallest range of {2} samples</source>
            <translation>частота: {1} Гц при наименьшем ранговом блоке в {2} отсч. не оставляет затравки</translation>
        </message>
        <message>
            <source>rate: {1} Hz, must be 1 or more</source>
            <translation>частота: {1} Гц, нужно не меньше 1</translation>
        </message>
        <message>
            <source>rate_hz</source>
            <translation>частота на выходе (rate_hz)</translation>
        </message>
        <message>
            <source>read-only file system</source>
            <translation>файловая система доступна только для чтения</translation>
        </message>
        <message>
            <source>record at byte {1}: it is none of the published Extrema layout</source>
            <translation>запись, байт {1}: она не из опубликованной структуры Extrema</translation>
        </message>
        <message>
            <source>records</source>
            <translation>записи</translation>
        </message>
        <message>
            <source>right answers: {1} of {2}</source>
            <translation>верных ответов: {1} из {2}</translation>
        </message>
        <message>
            <source>sample code</source>
            <translation>код отсчёта</translation>
        </message>
        <message>
            <source>sample format not supported</source>
            <translation>такой формат отсчётов не поддерживается</translation>
        </message>
        <message>
            <source>sample type</source>
            <translation>формат отсчётов</translation>
        </message>
        <message>
            <source>samplerate must be specified</source>
            <translation>не указана частота дискретизации</translation>
        </message>
        <message>
            <source>samples are {1} {2}, must be {3} (channels, samples)</source>
            <translation>отсчёты имеют вид {1} {2}, а нужен {3} (каналы, отсчёты)</translation>
        </message>
        <message>
            <source>samples per range {1}</source>
            <translation>отсчётов на блок {1}</translation>
        </message>
        <message>
            <source>samples_per_range</source>
            <translation>отсчётов на ранговый блок (samples_per_range)</translation>
        </message>
        <message>
            <source>scale steps {1}</source>
            <translation>делитель {1}</translation>
        </message>
        <message>
            <source>scale_steps</source>
            <translation>делитель кодов масштаба (scale_steps)</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>секунды</translation>
        </message>
        <message>
            <source>seconds of sound</source>
            <translation>секунды звука</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>затравка</translation>
        </message>
        <message>
            <source>seed at byte {1}: {2} superframes need {3} bytes, {4} are there</source>
            <translation>затравка, байт {1}: на суперкадры ({2}) нужно {3} Б, есть {4}</translation>
        </message>
        <message>
            <source>seed of {1} bits a sample, only 8, 16 and 32 are known</source>
            <translation>разрядность затравки {1}, известны только 8, 16 и 32</translation>
        </message>
        <message>
            <source>seed {1}</source>
            <translation>начальное число {1}</translation>
        </message>
        <message>
            <source>seed: {1}, must be at least 0</source>
            <translation>начальное число: {1}, нужно не меньше 0</translation>
        </message>
        <message>
            <source>sign layer {1}</source>
            <translation>бит знака {1}</translation>
        </message>
        <message>
            <source>sign_layer</source>
            <translation>бит знака ошибки (sign_layer)</translation>
        </message>
        <message>
            <source>silence threshold {1}</source>
            <translation>тишина {1}</translation>
        </message>
        <message>
            <source>silence_threshold</source>
            <translation>порог тишины (silence_threshold)</translation>
        </message>
        <message>
            <source>size</source>
            <translation>размер</translation>
        </message>
        <message>
            <source>size in pixels</source>
            <translation>размер в пикселях</translation>
        </message>
        <message>
            <source>size of a comment</source>
            <translation>размер комментария</translation>
        </message>
        <message>
            <source>size of a tag</source>
            <translation>размер тега</translation>
        </message>
        <message>
            <source>size of a tag's name</source>
            <translation>размер имени тега</translation>
        </message>
        <message>
            <source>size of the data</source>
            <translation>размер данных</translation>
        </message>
        <message>
            <source>size of the description</source>
            <translation>размер описания</translation>
        </message>
        <message>
            <source>size of the head</source>
            <translation>размер заголовка</translation>
        </message>
        <message>
            <source>size of the media type</source>
            <translation>размер типа содержимого</translation>
        </message>
        <message>
            <source>size of the vendor</source>
            <translation>размер имени изготовителя</translation>
        </message>
        <message>
            <source>skipped: {1}</source>
            <translation>пропущено: {1}</translation>
        </message>
        <message>
            <source>smallest range</source>
            <translation>наименьший ранговый блок</translation>
        </message>
        <message>
            <source>smallest range {1}</source>
            <translation>ранг {1}</translation>
        </message>
        <message>
            <source>smallest range: {1}, must be a power of two</source>
            <translation>наименьший ранговый блок: {1}, нужна степень двойки</translation>
        </message>
        <message>
            <source>smallest ranges per superframe</source>
            <translation>наименьших ранговых блоков в суперкадре</translation>
        </message>
        <message>
            <source>smallest_range</source>
            <translation>наименьший ранговый блок (smallest_range)</translation>
        </message>
        <message>
            <source>split levels</source>
            <translation>уровни деления</translation>
        </message>
        <message>
            <source>stale file handle</source>
            <translation>файл больше не доступен по сети</translation>
        </message>
        <message>
            <source>steps of 16 bits</source>
            <translation>ступени 16-битной шкалы</translation>
        </message>
        <message>
            <source>stream is not stopped</source>
            <translation>поток не остановлен</translation>
        </message>
        <message>
            <source>stream is stopped</source>
            <translation>поток остановлен</translation>
        </message>
        <message>
            <source>strict</source>
            <translation>точное повторение (strict)</translation>
        </message>
        <message>
            <source>strict {1}</source>
            <translation>точно {1}</translation>
        </message>
        <message>
            <source>superframe</source>
            <translation>суперкадр</translation>
        </message>
        <message>
            <source>superframe {1}</source>
            <translation>суперкадр {1}</translation>
        </message>
        <message>
            <source>superframe {1} at byte {2}: {3}</source>
            <translation>суперкадр {1}, байт {2}: {3}</translation>
        </message>
        <message>
            <source>superframe {1} at byte {2}: {3} bytes, at most {4} are possible</source>
            <translation>суперкадр {1}, байт {2}: размер {3} Б, возможно не больше {4}</translation>
        </message>
        <message>
            <source>superframe {1}: its maps diverge</source>
            <translation>суперкадр {1}: его отображения расходятся</translation>
        </message>
        <message>
            <source>superframe {1}: residual of {2} samples, {3} are needed</source>
            <translation>суперкадр {1}: в остатке {2} отсч., а нужно {3}</translation>
        </message>
        <message>
            <source>superframe {1}: there are {2}, from 0</source>
            <translation>суперкадр {1}: всего их {2}, счёт с 0</translation>
        </message>
        <message>
            <source>superframe {1}: variant {2} has no residual</source>
            <translation>суперкадр {1}: в варианте {2} остатка нет</translation>
        </message>
        <message>
            <source>superframe {1}: {2}</source>
            <translation>суперкадр {1}: {2}</translation>
        </message>
        <message>
            <source>superframes</source>
            <translation>суперкадры</translation>
        </message>
        <message>
            <source>supplied filename too long</source>
            <translation>слишком длинное имя файла</translation>
        </message>
        <message>
            <source>supported file format but file is malformed</source>
            <translation>формат поддерживается, но файл построен неправильно</translation>
        </message>
        <message>
            <source>supported file format but unsupported encoding</source>
            <translation>формат поддерживается, но кодирование — нет</translation>
        </message>
        <message>
            <source>switching</source>
            <translation>короткие блоки на атаках (switching)</translation>
        </message>
        <message>
            <source>switching {1}</source>
            <translation>короткие блоки {1}</translation>
        </message>
        <message>
            <source>system error</source>
            <translation>системная ошибка</translation>
        </message>
        <message>
            <source>tag</source>
            <translation>тег</translation>
        </message>
        <message>
            <source>tag name</source>
            <translation>имя тега</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>теги</translation>
        </message>
        <message>
            <source>tags at byte {1}: {2} bytes are left behind them</source>
            <translation>теги, байт {1}: за ними осталось {2} Б</translation>
        </message>
        <message>
            <source>text file busy</source>
            <translation>файл занят: он выполняется</translation>
        </message>
        <message>
            <source>text: must be one line of at most {1} characters</source>
            <translation>описание: должно быть одной строкой не длиннее {1} знаков</translation>
        </message>
        <message>
            <source>the Ogg file has more than one stream</source>
            <translation>в файле Ogg больше одного потока</translation>
        </message>
        <message>
            <source>the Ogg stream does not begin as it must</source>
            <translation>поток Ogg начинается неправильно</translation>
        </message>
        <message>
            <source>the Ogg stream is neither Vorbis nor Opus</source>
            <translation>поток Ogg — не Vorbis и не Opus</translation>
        </message>
        <message>
            <source>the RF64 file has no ds64 chunk</source>
            <translation>в файле RF64 нет чанка ds64</translation>
        </message>
        <message>
            <source>the cover is left out: strict files hold what the original programs wrote</source>
            <translation>обложка отброшена: при точном повторении в файле только то, что писали исходные программы</translation>
        </message>
        <message>
            <source>the cover is left out: {1}</source>
            <translation>обложка отброшена: {1}</translation>
        </message>
        <message>
            <source>the date was not kept: {1}</source>
            <translation>дата не сохранена: {1}</translation>
        </message>
        <message>
            <source>the end of the file is missing: it has {1} bytes</source>
            <translation>у файла нет конца: в нём {1} Б</translation>
        </message>
        <message>
            <source>the first bytes are {1}, not those of a {2} file</source>
            <translation>первые байты {1} — не те, что у файла {2}</translation>
        </message>
        <message>
            <source>the head declares another length than the file has: read to its end</source>
            <translation>в заголовке объявлена не та длина, что у файла: прочитано до конца</translation>
        </message>
        <message>
            <source>the last bytes are {1}: the end of the file is missing or follows before them</source>
            <translation>последние байты {1}: у файла нет конца, или он стоит раньше них</translation>
        </message>
        <message>
            <source>the last page of the stream is missing: read as far as it goes</source>
            <translation>нет последней страницы потока: прочитано до обрыва</translation>
        </message>
        <message>
            <source>the last run of {1} samples is left out, as by the published program</source>
            <translation>последний участок ({1} отсч.) отброшен, как это делает опубликованная программа</translation>
        </message>
        <message>
            <source>the last {1} samples are left out, as the original program of variant b does</source>
            <translation>последние отсчёты ({1}) отброшены, как это делает исходная программа варианта b</translation>
        </message>
        <message>
            <source>the original rate</source>
            <translation>исходная частота</translation>
        </message>
        <message>
            <source>the published layout forgets the rate: it will play at {1} Hz</source>
            <translation>опубликованная структура не хранит частоту: звук пойдёт с частотой {1} Гц</translation>
        </message>
        <message>
            <source>the published layout has no room for a cover</source>
            <translation>в опубликованной структуре нет места для обложки</translation>
        </message>
        <message>
            <source>the published layout has no room for tags</source>
            <translation>в опубликованной структуре нет места для тегов</translation>
        </message>
        <message>
            <source>the published layout keeps the first of {1} channels only</source>
            <translation>опубликованная структура хранит только первый канал из {1}</translation>
        </message>
        <message>
            <source>the tag {1} is left out: longer than {2} bytes</source>
            <translation>тег {1} отброшен: он длиннее {2} Б</translation>
        </message>
        <message>
            <source>the target exists</source>
            <translation>целевой файл уже есть</translation>
        </message>
        <message>
            <source>the target is newer and whole</source>
            <translation>целевой файл новее и цел</translation>
        </message>
        <message>
            <source>there is no folder to keep compiled code in: let the environment variable NUMBA_CACHE_DIR name one that may be written to</source>
            <translation>нет папки для скомпилированного кода: укажите доступную для записи в переменной окружения NUMBA_CACHE_DIR</translation>
        </message>
        <message>
            <source>this format cannot keep it here</source>
            <translation>этот формат здесь её не вмещает</translation>
        </message>
        <message>
            <source>threshold</source>
            <translation>порог</translation>
        </message>
        <message>
            <source>threshold 1024</source>
            <translation>порог 1024</translation>
        </message>
        <message>
            <source>threshold 16</source>
            <translation>порог 16</translation>
        </message>
        <message>
            <source>threshold 256</source>
            <translation>порог 256</translation>
        </message>
        <message>
            <source>threshold 4096</source>
            <translation>порог 4096</translation>
        </message>
        <message>
            <source>threshold 64</source>
            <translation>порог 64</translation>
        </message>
        <message>
            <source>threshold {1}</source>
            <translation>порог {1}</translation>
        </message>
        <message>
            <source>too many channels specified</source>
            <translation>слишком много каналов</translation>
        </message>
        <message>
            <source>too many levels of symbolic links</source>
            <translation>слишком длинная цепочка символических ссылок</translation>
        </message>
        <message>
            <source>too many links</source>
            <translation>слишком много ссылок</translation>
        </message>
        <message>
            <source>too many open files</source>
            <translation>открыто слишком много файлов</translation>
        </message>
        <message>
            <source>too many open files in system</source>
            <translation>в системе открыто слишком много файлов</translation>
        </message>
        <message>
            <source>trials: {1}, must be 1 to {2}</source>
            <translation>попытки: {1}, возможно от 1 до {2}</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true или false (да или нет)</translation>
        </message>
        <message>
            <source>type</source>
            <translation>тип</translation>
        </message>
        <message>
            <source>unanticipated host error</source>
            <translation>непредвиденная ошибка звуковой системы</translation>
        </message>
        <message>
            <source>units per frame</source>
            <translation>единиц в кадре</translation>
        </message>
        <message>
            <source>unknown chunk {1} at byte {2} is ignored</source>
            <translation>неизвестный чанк {1} (байт {2}) пропущен</translation>
        </message>
        <message>
            <source>unknown error in flac decoder</source>
            <translation>неизвестная ошибка декодера FLAC</translation>
        </message>
        <message>
            <source>unspecified internal error</source>
            <translation>внутренняя ошибка без описания</translation>
        </message>
        <message>
            <source>variant</source>
            <translation>вариант</translation>
        </message>
        <message>
            <source>variant C with a seed of {1} bits, only 16 exist</source>
            <translation>вариант C с затравкой разрядности {1}, бывает только 16</translation>
        </message>
        <message>
            <source>variant C with sample code 0x{1}, only 16 bits exist</source>
            <translation>вариант C с кодом отсчёта 0x{1}, бывает только 16 бит</translation>
        </message>
        <message>
            <source>variant C, an unfinished experiment of 2016</source>
            <translation>вариант C, незавершённый опыт 2016 года</translation>
        </message>
        <message>
            <source>variant C: its player was never finished</source>
            <translation>вариант C: его плеер так и не был закончен</translation>
        </message>
        <message>
            <source>variant {1}</source>
            <translation>вариант {1}</translation>
        </message>
        <message>
            <source>vendor</source>
            <translation>изготовитель</translation>
        </message>
        <message>
            <source>version</source>
            <translation>версия</translation>
        </message>
        <message>
            <source>version {1} of the format: 1 to {2} are known</source>
            <translation>версия формата {1}: известны от 1 до {2}</translation>
        </message>
        <message>
            <source>wait timed out</source>
            <translation>время ожидания истекло</translation>
        </message>
        <message>
            <source>warming up</source>
            <translation>прогрев</translation>
        </message>
        <message>
            <source>what follows</source>
            <translation>то, что следует</translation>
        </message>
        <message>
            <source>what the file's own player did</source>
            <translation>как делал плеер этого файла</translation>
        </message>
        <message>
            <source>window: {1} samples, must be a power of two from {2} to {3}</source>
            <translation>окно: {1} отсч., нужна степень двойки от {2} до {3}</translation>
        </message>
        <message>
            <source>{1} Hz</source>
            <translation>{1} Гц</translation>
        </message>
        <message>
            <source>{1} MB are free</source>
            <translation>{1} МБ свободно</translation>
        </message>
        <message>
            <source>{1} MB may be needed, {2} MB are free</source>
            <translation>{1} МБ может понадобиться, свободно {2} МБ</translation>
        </message>
        <message>
            <source>{1} at byte {2}: CRC is {3}, {4} expected; it is damaged</source>
            <translation>{1}, байт {2}: CRC {3} вместо {4}, данные повреждены</translation>
        </message>
        <message>
            <source>{1} at byte {2}: cannot be read: {3}</source>
            <translation>{1}, байт {2}: не читается: {3}</translation>
        </message>
        <message>
            <source>{1} at byte {2}: is not what the index says of it</source>
            <translation>{1}, байт {2}: не то, что сказано в индексе</translation>
        </message>
        <message>
            <source>{1} at byte {2}: no block 1 where one must be</source>
            <translation>{1}, байт {2}: нет блока 1 там, где он должен быть</translation>
        </message>
        <message>
            <source>{1} at byte {2}: the file became shorter while reading</source>
            <translation>{1}, байт {2}: файл укоротился во время чтения</translation>
        </message>
        <message>
            <source>{1} at byte {2}: {3} bytes are declared, {4} are there</source>
            <translation>{1}, байт {2}: объявлено {3} Б, есть {4}</translation>
        </message>
        <message>
            <source>{1} at byte {2}: {3} bytes behind its blocks</source>
            <translation>{1}, байт {2}: {3} Б за его блоками</translation>
        </message>
        <message>
            <source>{1} at byte {2}: {3} needs {4} bytes, {5} are left</source>
            <translation>{1}, байт {2}: на «{3}» нужно {4} Б, осталось {5}</translation>
        </message>
        <message>
            <source>{1} bits</source>
            <translation>{1} бит</translation>
        </message>
        <message>
            <source>{1} bytes, but its items need {2}</source>
            <translation>{1} Б, а его элементам нужно {2}</translation>
        </message>
        <message>
            <source>{1} channels at {2} Hz, must be 1 or more each</source>
            <translation>{1} (каналы) при {2} Гц: оба числа должны быть не меньше 1</translation>
        </message>
        <message>
            <source>{1} channels, {2} until now</source>
            <translation>{1} (каналы), до сих пор было {2}</translation>
        </message>
        <message>
            <source>{1} chunk at byte {2}: {3} bytes are declared, {4} are there</source>
            <translation>{1} (чанк, байт {2}): объявлено {3} Б, есть {4}</translation>
        </message>
        <message>
            <source>{1} files have no seed; decode it instead</source>
            <translation>{1}: у файлов этого кодека нет затравки; декодируйте их</translation>
        </message>
        <message>
            <source>{1} files hold no maps: there is no frame to show</source>
            <translation>{1}: в файлах этого кодека нет отображений, показывать нечего</translation>
        </message>
        <message>
            <source>{1} frames</source>
            <translation>{1} кадр.</translation>
        </message>
        <message>
            <source>{1} more unknown chunks are ignored</source>
            <translation>{1} — столько ещё неизвестных чанков пропущено</translation>
        </message>
        <message>
            <source>{1} samples</source>
            <translation>{1} отсч.</translation>
        </message>
        <message>
            <source>{1} samples per range</source>
            <translation>{1} отсч. на блок</translation>
        </message>
        <message>
            <source>{1} samples were beyond full scale and are clipped</source>
            <translation>{1} отсч. вышли за полную шкалу и ограничены</translation>
        </message>
        <message>
            <source>{1} samples were decoded, {2} are declared</source>
            <translation>{1} отсч. декодировано, объявлено {2}</translation>
        </message>
        <message>
            <source>{1} samples were not finite numbers and became 0</source>
            <translation>{1} отсч. не были конечными числами и заменены нулями</translation>
        </message>
        <message>
            <source>{1} samples were not numbers and became 0</source>
            <translation>{1} отсч. не были числами и заменены нулями</translation>
        </message>
        <message>
            <source>{1} steps of 16 bits</source>
            <translation>{1} ступеней 16-битной шкалы</translation>
        </message>
        <message>
            <source>{1} to {2}</source>
            <translation>{1}…{2}</translation>
        </message>
        <message>
            <source>{1} {2}, its items need {3}</source>
            <translation>{1} ({2}), его элементам нужно {3}</translation>
        </message>
        <message>
            <source>{1}, block {2} at byte {3}</source>
            <translation>{1}, блок {2}, байт {3}</translation>
        </message>
        <message>
            <source>{1}-bit samples are stored as {2}-bit ones, without loss</source>
            <translation>{1}-битные отсчёты сохраняются как {2}-битные, без потерь</translation>
        </message>
        <message>
            <source>{1}-bit samples were rounded to {2} bits</source>
            <translation>{1}-битные отсчёты округлены до разрядности {2}</translation>
        </message>
        <message>
            <source>{1}: CRC is 0x{2}, 0x{3} expected</source>
            <translation>{1}: CRC 0x{2} вместо 0x{3}</translation>
        </message>
        <message>
            <source>{1}: a block holds numbers that cannot be</source>
            <translation>{1}: в блоке невозможные числа</translation>
        </message>
        <message>
            <source>{1}: cannot be read: permission denied</source>
            <translation>{1}: не читается: нет доступа</translation>
        </message>
        <message>
            <source>{1}: cannot be read: {2}</source>
            <translation>{1}: не читается: {2}</translation>
        </message>
        <message>
            <source>{1}: cannot be removed: {2}</source>
            <translation>{1}: не удаляется: {2}</translation>
        </message>
        <message>
            <source>{1}: cannot be written: {2}</source>
            <translation>{1}: не записывается: {2}</translation>
        </message>
        <message>
            <source>{1}: channels</source>
            <translation>{1}: каналы</translation>
        </message>
        <message>
            <source>{1}: damaged behind sample {2}: {3}</source>
            <translation>{1}: повреждён после отсчёта {2}: {3}</translation>
        </message>
        <message>
            <source>{1}: ends at sample {2}, {3} are declared</source>
            <translation>{1}: обрывается на отсчёте {2}, объявлено {3}</translation>
        </message>
        <message>
            <source>{1}: exists already; choose another name, or set on-exists to skip, rename or overwrite</source>
            <translation>{1}: уже существует; выберите другое имя или пропуск, переименование либо замену</translation>
        </message>
        <message>
            <source>{1}: flags {2} cannot be</source>
            <translation>{1}: флаги {2} невозможны</translation>
        </message>
        <message>
            <source>{1}: has no samples that could be measured</source>
            <translation>{1}: нет отсчётов, измерять нечего</translation>
        </message>
        <message>
            <source>{1}: has the name of an encoded file but is not a whole one; rename it if it is an ordinary sound</source>
            <translation>{1}: имя как у закодированного файла, но файл не целый; переименуйте его, если это обычный звук</translation>
        </message>
        <message>
            <source>{1}: is a folder, a file name is needed</source>
            <translation>{1}: это папка, а нужно имя файла</translation>
        </message>
        <message>
            <source>{1}: is a folder, not a file</source>
            <translation>{1}: это папка, а не файл</translation>
        </message>
        <message>
            <source>{1}: is empty (0 bytes)</source>
            <translation>{1}: пустой файл (0 Б)</translation>
        </message>
        <message>
            <source>{1}: is encoded already; decode it first</source>
            <translation>{1}: уже закодирован; сначала декодируйте его</translation>
        </message>
        <message>
            <source>{1}: is encoded already; give the sound that it was made from</source>
            <translation>{1}: уже закодирован; выберите звук, из которого он сделан</translation>
        </message>
        <message>
            <source>{1}: is no ordinary file</source>
            <translation>{1}: это не обычный файл</translation>
        </message>
        <message>
            <source>{1}: is no ordinary file; use - for standard input</source>
            <translation>{1}: это не обычный файл; стандартный ввод обозначается знаком -</translation>
        </message>
        <message>
            <source>{1}: is no ordinary file; use - for standard output</source>
            <translation>{1}: это не обычный файл; стандартный вывод обозначается знаком -</translation>
        </message>
        <message>
            <source>{1}: is no preset: its format is not {2}</source>
            <translation>{1}: это не пресет: формат не {2}</translation>
        </message>
        <message>
            <source>{1}: is no preset: larger than {2} bytes</source>
            <translation>{1}: это не пресет: больше {2} Б</translation>
        </message>
        <message>
            <source>{1}: is no preset: no JSON can be read in it</source>
            <translation>{1}: это не пресет: JSON не читается</translation>
        </message>
        <message>
            <source>{1}: is the file itself; choose another name</source>
            <translation>{1}: это сам файл; выберите другое имя</translation>
        </message>
        <message>
            <source>{1}: is the input itself; choose another name</source>
            <translation>{1}: это сам исходный файл; выберите другое имя</translation>
        </message>
        <message>
            <source>{1}: its code is {2}</source>
            <translation>{1}: его код {2}</translation>
        </message>
        <message>
            <source>{1}: its indices take {2} bytes of {3}</source>
            <translation>{1}: индексы занимают {2} Б из {3}</translation>
        </message>
        <message>
            <source>{1}: longer than {2} seconds</source>
            <translation>{1}: длиннее {2} с</translation>
        </message>
        <message>
            <source>{1}: must be name=value</source>
            <translation>{1}: нужен вид имя=значение</translation>
        </message>
        <message>
            <source>{1}: must be {2}</source>
            <translation>{1}: должно быть {2}</translation>
        </message>
        <message>
            <source>{1}: no base 64: {2}</source>
            <translation>{1}: это не Base64: {2}</translation>
        </message>
        <message>
            <source>{1}: no possible file name: {2}</source>
            <translation>{1}: такого имени файла быть не может: {2}</translation>
        </message>
        <message>
            <source>{1}: no sound file that can be read: {2}</source>
            <translation>{1}: не звуковой файл или не читается: {2}</translation>
        </message>
        <message>
            <source>{1}: no such parameter; there are {2}</source>
            <translation>{1}: такого параметра нет; есть {2}</translation>
        </message>
        <message>
            <source>{1}: rate in Hz</source>
            <translation>{1}: частота, Гц</translation>
        </message>
        <message>
            <source>{1}: rate: {2} Hz, must be 1 or more</source>
            <translation>{1}: частота {2} Гц, нужно не меньше 1</translation>
        </message>
        <message>
            <source>{1}: samples are {2} {3}, must be float (channels, samples)</source>
            <translation>{1}: отсчёты имеют вид {2} {3}, а нужен float (каналы, отсчёты)</translation>
        </message>
        <message>
            <source>{1}: samples are {2}, must be ({3}, samples)</source>
            <translation>{1}: отсчёты имеют вид {2}, а нужен ({3}, отсчёты)</translation>
        </message>
        <message>
            <source>{1}: samples must be finite numbers, full scale is 1.0</source>
            <translation>{1}: отсчёты должны быть конечными числами, полная шкала — 1,0</translation>
        </message>
        <message>
            <source>{1}: the bits behind its indices are not 0</source>
            <translation>{1}: биты за индексами не равны 0</translation>
        </message>
        <message>
            <source>{1}: the disk is full ({2}; {3})</source>
            <translation>{1}: диск заполнен ({2}; {3})</translation>
        </message>
        <message>
            <source>{1}: the sigma codes of its blocks {2}</source>
            <translation>{1}: коды сигмы блоков {2}</translation>
        </message>
        <message>
            <source>{1}: there is another preset of that name; rename it</source>
            <translation>{1}: уже есть другой пресет с таким именем; переименуйте</translation>
        </message>
        <message>
            <source>{1}: there is no such file</source>
            <translation>{1}: такого файла нет</translation>
        </message>
        <message>
            <source>{1}: this file decodes at whole numbers of samples per range from 1 to {2}, such as {3} Hz</source>
            <translation>{1}: на ранговый блок этого файла нужно целое число отсчётов от 1 до {2}, например {3} Гц</translation>
        </message>
        <message>
            <source>{1}: threshold {2}, Rice parameter {3} cannot be</source>
            <translation>{1}: порог {2} и параметр Райса {3} невозможны</translation>
        </message>
        <message>
            <source>{1}: version {2} of presets is newer than this program; update it</source>
            <translation>{1}: версия пресетов {2} новее этой программы; обновите её</translation>
        </message>
        <message>
            <source>{1}: version: {2}, must be {3}</source>
            <translation>{1}: версия {2}, а должна быть {3}</translation>
        </message>
        <message>
            <source>{1}: {2} Hz, FLAC holds rates above 65535 Hz in steps of 10 Hz</source>
            <translation>{1}: {2} Гц, а FLAC хранит частоты выше 65535 Гц с шагом 10 Гц</translation>
        </message>
        <message>
            <source>{1}: {2} Hz, Vorbis ends at {3} Hz</source>
            <translation>{1}: {2} Гц, а предел Vorbis — {3} Гц</translation>
        </message>
        <message>
            <source>{1}: {2} bytes do not fit into this format, which ends at 4 GiB; split the sound or use a longer smallest range</source>
            <translation>{1}: {2} Б не умещаются в этот формат (предел 4 ГиБ); разделите звук или возьмите более длинный наименьший ранговый блок</translation>
        </message>
        <message>
            <source>{1}: {2} bytes have no room for a checksum</source>
            <translation>{1}: в {2} Б не умещается контрольная сумма</translation>
        </message>
        <message>
            <source>{1}: {2} bytes of 16-bit numbers</source>
            <translation>{1}: {2} Б 16-битных чисел</translation>
        </message>
        <message>
            <source>{1}: {2} bytes of sound, {3} ends at 4 GiB; use .wav or .w64</source>
            <translation>{1}: {2} Б звука, а предел {3} — 4 ГиБ; возьмите .wav или .w64</translation>
        </message>
        <message>
            <source>{1}: {2} bytes, the head alone has {3}</source>
            <translation>{1}: {2} Б, а один заголовок занимает {3}</translation>
        </message>
        <message>
            <source>{1}: {2} bytes, {3} samples have {4} blocks of {5}</source>
            <translation>{1}: {2} Б, а на {3} отсч. приходится блоков {4} по {5}</translation>
        </message>
        <message>
            <source>{1}: {2} cannot hold a sound without samples; use .wav</source>
            <translation>{1}: {2} не вмещает звук без отсчётов; возьмите .wav</translation>
        </message>
        <message>
            <source>{1}: {2} cannot hold {3} bits</source>
            <translation>{1}: {2} не вмещает разрядность {3}</translation>
        </message>
        <message>
            <source>{1}: {2} cannot hold {3} channels at {4} Hz: {5}</source>
            <translation>{1}: {2} не вмещает столько каналов: {3} при {4} Гц: {5}</translation>
        </message>
        <message>
            <source>{1}: {2} declared, at most {3} are accepted</source>
            <translation>{1}: объявлено {2}, принимается не больше {3}</translation>
        </message>
        <message>
            <source>{1}: {2} files decode at their own rate of {3} Hz only, in their own way; leave it out</source>
            <translation>{1}: файлы {2} декодируются только с собственной частотой {3} Гц и своим способом; уберите это</translation>
        </message>
        <message>
            <source>{1}: {2} has no such parameter</source>
            <translation>{1}: у {2} нет такого параметра</translation>
        </message>
        <message>
            <source>{1}: {2} holds {3}, fewer bits than were decoded</source>
            <translation>{1}: {2} хранит {3}, это меньше разрядности декодированного</translation>
        </message>
        <message>
            <source>{1}: {2} hours of sound, at most {3} are accepted</source>
            <translation>{1}: {2} ч звука, принимается не больше {3}</translation>
        </message>
        <message>
            <source>{1}: {2} of them, at most {3} are looked at</source>
            <translation>{1}: их {2}, просматривается не больше {3}</translation>
        </message>
        <message>
            <source>{1}: {2} samples, at most {3} are allowed</source>
            <translation>{1}: {2} отсч., допустимо не больше {3}</translation>
        </message>
        <message>
            <source>{1}: {2}, must be 1 to {3}</source>
            <translation>{1}: {2}, возможно от 1 до {3}</translation>
        </message>
        <message>
            <source>{1}: {2}, must be {3}</source>
            <translation>{1}: {2}, допустимо: {3}</translation>
        </message>
        <message>
            <source>{1}; the cpu is used instead</source>
            <translation>{1}; вместо этого считает процессор</translation>
        </message>
    </context>
    <context>
        <name>road_codec presets</name>
        <message>
            <source>As close as this codec comes, which is not without loss; files can be as large as PCM.</source>
            <translation>Самое близкое, на что способен этот кодек, хотя и не без потерь; файлы могут быть не меньше PCM.</translation>
        </message>
        <message>
            <source>Closer to the original, somewhat larger.</source>
            <translation>Ближе к оригиналу, файл несколько больше.</translation>
        </message>
        <message>
            <source>Coarser, and often less than half the size of Standard.</source>
            <translation>Грубее; файл часто вдвое меньше, чем у «Обычного».</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Точный</translation>
        </message>
        <message>
            <source>Extrema fine</source>
            <translation>Extrema: тонкий</translation>
        </message>
        <message>
            <source>Extrema small</source>
            <translation>Extrema: компактный</translation>
        </message>
        <message>
            <source>Extrema standard</source>
            <translation>Extrema: обычный</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>Тонкий</translation>
        </message>
        <message>
            <source>Follows small swings too: closer to the original, and larger.</source>
            <translation>Следует и мелким колебаниям: ближе к оригиналу, файл больше.</translation>
        </message>
        <message>
            <source>Follows the larger swings only: about half the size, and coarser.</source>
            <translation>Следует только крупным колебаниям: файл примерно вдвое меньше, звук грубее.</translation>
        </message>
        <message>
            <source>Small</source>
            <translation>Компактный</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Обычный</translation>
        </message>
        <message>
            <source>TQA fine</source>
            <translation>TQA: тонкий</translation>
        </message>
        <message>
            <source>TQA small</source>
            <translation>TQA: компактный</translation>
        </message>
        <message>
            <source>TQA standard</source>
            <translation>TQA: обычный</translation>
        </message>
        <message>
            <source>Three bits a sample: smaller, and noisier.</source>
            <translation>Три бита на отсчёт: файл меньше, шума больше.</translation>
        </message>
        <message>
            <source>Up to six bits a sample, where the sound needs as many.</source>
            <translation>До шести бит на отсчёт там, где они нужны звуку.</translation>
        </message>
        <message>
            <source>What Extrema does when nothing is chosen.</source>
            <translation>То, что Extrema делает, если ничего не выбрано.</translation>
        </message>
        <message>
            <source>What TQA does when nothing is chosen: four bits a sample.</source>
            <translation>То, что TQA делает, если ничего не выбрано: четыре бита на отсчёт.</translation>
        </message>
        <message>
            <source>What the program does when nothing is chosen.</source>
            <translation>То, что программа делает, если ничего не выбрано.</translation>
        </message>
    </context>
    <context>
        <name>road_codec fields</name>
        <message>
            <source>averages</source>
            <translation>Средние</translation>
        </message>
        <message>
            <source>bands</source>
            <translation>Полосы</translation>
        </message>
        <message>
            <source>block</source>
            <translation>Длина блока</translation>
        </message>
        <message>
            <source>blocks</source>
            <translation>Блоки</translation>
        </message>
        <message>
            <source>blocks_with_other_signs</source>
            <translation>Блоки с другими знаками</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Байты</translation>
        </message>
        <message>
            <source>bytes_of_a_curve</source>
            <translation>Байт на кривую</translation>
        </message>
        <message>
            <source>bytes_of_a_hold</source>
            <translation>Байт на паузу</translation>
        </message>
        <message>
            <source>channels</source>
            <translation>Каналы</translation>
        </message>
        <message>
            <source>codec</source>
            <translation>Кодек</translation>
        </message>
        <message>
            <source>cover</source>
            <translation>Обложка</translation>
        </message>
        <message>
            <source>curves</source>
            <translation>Кривые</translation>
        </message>
        <message>
            <source>data_size</source>
            <translation>Размер данных</translation>
        </message>
        <message>
            <source>data_start</source>
            <translation>Данные с байта</translation>
        </message>
        <message>
            <source>domain_shift</source>
            <translation>Шаг доменов</translation>
        </message>
        <message>
            <source>domains</source>
            <translation>Домены</translation>
        </message>
        <message>
            <source>encryption</source>
            <translation>Шифрование</translation>
        </message>
        <message>
            <source>entropy</source>
            <translation>Короткие коды частым индексам</translation>
        </message>
        <message>
            <source>facts</source>
            <translation>Сведения о блоках</translation>
        </message>
        <message>
            <source>file_bytes</source>
            <translation>Размер файла, Б</translation>
        </message>
        <message>
            <source>find_bytes</source>
            <translation>Размер FIND, Б</translation>
        </message>
        <message>
            <source>frame_len</source>
            <translation>Длина кадра</translation>
        </message>
        <message>
            <source>frames_per_superframe</source>
            <translation>Кадров в суперкадре</translation>
        </message>
        <message>
            <source>greatest_scale_code</source>
            <translation>Наибольший код масштаба</translation>
        </message>
        <message>
            <source>header</source>
            <translation>Заголовок</translation>
        </message>
        <message>
            <source>index</source>
            <translation>Индексы</translation>
        </message>
        <message>
            <source>indices</source>
            <translation>Индексы</translation>
        </message>
        <message>
            <source>items</source>
            <translation>Элементы</translation>
        </message>
        <message>
            <source>kbit_per_s</source>
            <translation>Битрейт, кбит/с</translation>
        </message>
        <message>
            <source>level_runs</source>
            <translation>Ровные участки</translation>
        </message>
        <message>
            <source>map</source>
            <translation>Таблица MAP</translation>
        </message>
        <message>
            <source>mapped</source>
            <translation>С отображением</translation>
        </message>
        <message>
            <source>mapped_by_length</source>
            <translation>С отображением, по длине</translation>
        </message>
        <message>
            <source>mid_side_packets</source>
            <translation>Пакеты M/S</translation>
        </message>
        <message>
            <source>mixing</source>
            <translation>Стерео</translation>
        </message>
        <message>
            <source>mode</source>
            <translation>Способ</translation>
        </message>
        <message>
            <source>notices</source>
            <translation>Замечания</translation>
        </message>
        <message>
            <source>original_known</source>
            <translation>Длина оригинала известна</translation>
        </message>
        <message>
            <source>packet_heads</source>
            <translation>Заголовки пакетов</translation>
        </message>
        <message>
            <source>packets</source>
            <translation>Пакеты</translation>
        </message>
        <message>
            <source>packets_as_mid_and_side</source>
            <translation>Пакеты M/S</translation>
        </message>
        <message>
            <source>rate_hz</source>
            <translation>Частота, Гц</translation>
        </message>
        <message>
            <source>ratio</source>
            <translation>Доля от несжатого</translation>
        </message>
        <message>
            <source>residual</source>
            <translation>Остаток</translation>
        </message>
        <message>
            <source>rest</source>
            <translation>Прочее</translation>
        </message>
        <message>
            <source>reversed</source>
            <translation>Обращённые во времени</translation>
        </message>
        <message>
            <source>riff_size</source>
            <translation>Размер RIFF</translation>
        </message>
        <message>
            <source>road_at</source>
            <translation>Чанк ROAD с байта</translation>
        </message>
        <message>
            <source>runs</source>
            <translation>Участки</translation>
        </message>
        <message>
            <source>runs_of_{1}_sample</source>
            <translation>Участки из {1} отсчёта</translation>
        </message>
        <message>
            <source>runs_of_{1}_samples</source>
            <translation>Участки из {1} отсчётов</translation>
        </message>
        <message>
            <source>sample_type</source>
            <translation>Формат отсчётов</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>Отсчёты</translation>
        </message>
        <message>
            <source>samples_of_{1}_bits</source>
            <translation>Отсчёты по {1} бит</translation>
        </message>
        <message>
            <source>scales</source>
            <translation>Масштабы</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>Длительность, с</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>Затравка</translation>
        </message>
        <message>
            <source>seed_bits</source>
            <translation>Разрядность затравки</translation>
        </message>
        <message>
            <source>seed_rate_hz</source>
            <translation>Частота затравки, Гц</translation>
        </message>
        <message>
            <source>shortened_blocks</source>
            <translation>Укороченные блоки</translation>
        </message>
        <message>
            <source>side_bits</source>
            <translation>Служебные биты</translation>
        </message>
        <message>
            <source>sign_layer</source>
            <translation>Бит знака ошибки</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>Тихие</translation>
        </message>
        <message>
            <source>silent_blocks</source>
            <translation>Тихие блоки</translation>
        </message>
        <message>
            <source>silent_by_length</source>
            <translation>Тихие, по длине</translation>
        </message>
        <message>
            <source>silent_packets</source>
            <translation>Тихие пакеты</translation>
        </message>
        <message>
            <source>silent_share</source>
            <translation>Доля тишины</translation>
        </message>
        <message>
            <source>smallest_range</source>
            <translation>Наименьший ранговый блок</translation>
        </message>
        <message>
            <source>statistics</source>
            <translation>Статистика</translation>
        </message>
        <message>
            <source>step_of_{1}_bits</source>
            <translation>Шаг в единицах {1} бит</translation>
        </message>
        <message>
            <source>superframes</source>
            <translation>Суперкадры</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>Теги</translation>
        </message>
        <message>
            <source>total</source>
            <translation>Всего</translation>
        </message>
        <message>
            <source>units_per_frame</source>
            <translation>Единиц в кадре</translation>
        </message>
        <message>
            <source>variant</source>
            <translation>Вариант</translation>
        </message>
        <message>
            <source>version</source>
            <translation>Версия</translation>
        </message>
    </context>
</TS>
