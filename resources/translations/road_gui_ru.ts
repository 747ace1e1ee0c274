<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About ROAD Studio</source>
            <translation>О программе ROAD Studio</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>Текст лицензии</translation>
        </message>
        <message>
            <source>Licence of</source>
            <translation>Лицензия</translation>
        </message>
        <message>
            <source>Encoder, decoder and player for fractal audio.</source>
            <translation>Кодер, декодер и плеер фрактального звука.</translation>
        </message>
        <message>
            <source>The text of {licence} is to be read at {address}</source>
            <translation>Текст {licence} можно прочитать по адресу {address}</translation>
        </message>
        <message numerus="yes">
            <source>Search: Numba, %n thread(s)</source>
            <translation>
                <numerusform>Поиск: Numba, %n поток</numerusform>
                <numerusform>Поиск: Numba, %n потока</numerusform>
                <numerusform>Поиск: Numba, %n потоков</numerusform>
            </translation>
        </message>
        <message>
            <source>GPU: not used, for CuPy is not installed</source>
            <translation>Видеокарта: не используется, CuPy не установлен</translation>
        </message>
        <message>
            <source>GPU: CuPy is installed; a card is tried when it is chosen</source>
            <translation>Видеокарта: CuPy установлен; карта проверяется, когда её выбирают</translation>
        </message>
    </context>
    <context>
        <name>AbxDialog</name>
        <message>
            <source>Listening test (ABX)</source>
            <translation>Слепой тест (ABX)</translation>
        </message>
        <message>
            <source>Trials</source>
            <translation>Попытки</translation>
        </message>
        <message>
            <source>Hear {name}</source>
            <translation>Слушать {name}</translation>
        </message>
        <message>
            <source>Hear {name} (key {name})</source>
            <translation>Слушать {name} (клавиша {name})</translation>
        </message>
        <message>
            <source>X is {name}</source>
            <translation>X — это {name}</translation>
        </message>
        <message>
            <source>Answer (Shift+{name})</source>
            <translation>Ответить (Shift+{name})</translation>
        </message>
        <message>
            <source>Sequence and answers</source>
            <translation>Последовательность и ответы</translation>
        </message>
        <message>
            <source>Save the result…</source>
            <translation>Сохранить результат…</translation>
        </message>
        <message>
            <source>Another test</source>
            <translation>Новый тест</translation>
        </message>
        <message>
            <source>The whole sound is played; a loop makes differences easier to hear.</source>
            <translation>Звучит весь файл; в цикле различия слышны лучше.</translation>
        </message>
        <message>
            <source>The loop from {first} to {last} is played.</source>
            <translation>Звучит цикл от {first} до {last}.</translation>
        </message>
        <message>
            <source>P pauses and plays.</source>
            <translation>P — пауза и воспроизведение.</translation>
        </message>
        <message>
            <source>Trial {number} of {total}</source>
            <translation>Попытка {number} из {total}</translation>
        </message>
        <message>
            <source>{right} of {answered} right</source>
            <translation>Верно: {right} из {answered}</translation>
        </message>
        <message>
            <source>You hear a difference.</source>
            <translation>Вы слышите разницу.</translation>
        </message>
        <message>
            <source>No difference was shown.</source>
            <translation>Разница не доказана.</translation>
        </message>
        <message>
            <source>{right} of {total} answers are right. Who guesses gets as many or more in {percent} % of all tests (p = {p}).</source>
            <translation>Верных ответов: {right} из {total}. При угадывании столько же или больше выходит в {percent} % всех тестов (p = {p}).</translation>
        </message>
        <message>
            <source>That does not prove that there is none.</source>
            <translation>Это не доказывает, что разницы нет.</translation>
        </message>
        <message>
            <source>X was {hidden}
You said {answers}
Seed {seed}</source>
            <translation>X был {hidden}
Ваши ответы {answers}
Начальное число {seed}</translation>
        </message>
        <message>
            <source>Save the result</source>
            <translation>Сохранить результат</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Таблица (*.csv)</translation>
        </message>
        <message>
            <source>The result cannot be written to {path}: {reason}</source>
            <translation>Не удалось записать результат в {path}: {reason}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Save the result?</source>
            <translation>Сохранить результат?</translation>
        </message>
        <message>
            <source>It is in no file yet.</source>
            <translation>Он ещё не записан в файл.</translation>
        </message>
        <message>
            <source>Give the test up?</source>
            <translation>Прервать тест?</translation>
        </message>
        <message>
            <source>{answered} of {total} answers are given; without the others they are lost.</source>
            <translation>Дано ответов: {answered} из {total}. Без остальных они пропадут.</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>Прервать</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжить</translation>
        </message>
    </context>
    <context>
        <name>AbxSetup</name>
        <message>
            <source>A</source>
            <translation>A</translation>
        </message>
        <message>
            <source>B</source>
            <translation>B</translation>
        </message>
        <message>
            <source>Equally loud (BS.1770)</source>
            <translation>Равная громкость (BS.1770)</translation>
        </message>
        <message>
            <source>Without this the louder sound is told by its loudness, not by its quality</source>
            <translation>Без выравнивания более громкий звук узнают по громкости, а не по качеству</translation>
        </message>
        <message>
            <source>Show the score during the test</source>
            <translation>Показывать счёт во время теста</translation>
        </message>
        <message>
            <source>Who sees the score may stop when it is good; a fair test goes to its end</source>
            <translation>Кто видит счёт, может остановиться в удачный момент; честный тест проходят до конца</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Начать</translation>
        </message>
        <message>
            <source>Trials</source>
            <translation>Попытки</translation>
        </message>
        <message>
            <source>The more trials, the smaller differences can be proved</source>
            <translation>Чем больше попыток, тем меньшую разницу можно доказать</translation>
        </message>
        <message>
            <source>In each trial X is A or B, chosen by chance. Listen as often as you like, then say which one it is. Guessing is right half of the time.</source>
            <translation>В каждой попытке X — это A или B, выбранный случайно. Слушайте сколько угодно, затем скажите, что это. Угадывание даёт верный ответ в половине случаев.</translation>
        </message>
        <message>
            <source>Measuring how loud they are: {percent} %</source>
            <translation>Измеряется громкость: {percent} %</translation>
        </message>
        <message>
            <source>A and B are the same sound.</source>
            <translation>A и B — один и тот же звук.</translation>
        </message>
        <message>
            <source>Measuring how loud they are …</source>
            <translation>Измеряется громкость…</translation>
        </message>
    </context>
    <context>
        <name>AutomaticNumberField</name>
        <message>
            <source>Automatic</source>
            <translation>Авто</translation>
        </message>
        <message>
            <source>{name}: automatic</source>
            <translation>{name}: автоматически</translation>
        </message>
    </context>
    <context>
        <name>BottomBar</name>
        <message>
            <source>Progress of the comparison</source>
            <translation>Ход сравнения</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n setting(s)</source>
            <translation>
                <numerusform>{done} из %n настройки</numerusform>
                <numerusform>{done} из %n настроек</numerusform>
                <numerusform>{done} из %n настроек</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n результат</numerusform>
                <numerusform>%n результата</numerusform>
                <numerusform>%n результатов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) to measure</source>
            <translation>
                <numerusform>Осталось измерить %n настройку</numerusform>
                <numerusform>Осталось измерить %n настройки</numerusform>
                <numerusform>Осталось измерить %n настроек</numerusform>
            </translation>
        </message>
        <message>
            <source>All that is checked has been measured</source>
            <translation>Всё отмеченное измерено</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped</source>
            <translation>
                <numerusform>%n остановлен</numerusform>
                <numerusform>%n остановлено</numerusform>
                <numerusform>%n остановлено</numerusform>
            </translation>
        </message>
        <message>
            <source>Progress of the whole queue</source>
            <translation>Ход всей очереди</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>lossless</source>
            <translation>без потерь</translation>
        </message>
        <message>
            <source>{measure} – lower is better</source>
            <translation>{measure} — чем меньше, тем лучше</translation>
        </message>
        <message>
            <source>{measure} – higher is better</source>
            <translation>{measure} — чем больше, тем лучше</translation>
        </message>
    </context>
    <context>
        <name>ChoiceField</name>
        <message>
            <source>Automatic</source>
            <translation>Авто</translation>
        </message>
    </context>
    <context>
        <name>ChoicesPanel</name>
        <message>
            <source>Sample type</source>
            <translation>Формат отсчётов</translation>
        </message>
        <message>
            <source>Order of the maps</source>
            <translation>Порядок отображений</translation>
        </message>
        <message>
            <source>An ordinary sound: there is nothing to decode.</source>
            <translation>Обычный звук: декодировать нечего.</translation>
        </message>
        <message>
            <source>What you hear</source>
            <translation>Что звучит</translation>
        </message>
        <message>
            <source>Sound device</source>
            <translation>Звуковое устройство</translation>
        </message>
        <message>
            <source>Decoding</source>
            <translation>Декодирование</translation>
        </message>
        <message>
            <source>Output rate</source>
            <translation>Частота на выходе</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>Проходы</translation>
        </message>
    </context>
    <context>
        <name>Clock</name>
        <message>
            <source>Position and length</source>
            <translation>Позиция и длительность</translation>
        </message>
        <message>
            <source>Where the sound is, and how long it is; click for samples or for time</source>
            <translation>Текущая позиция и длительность звука; щелчок переключает отсчёты и время</translation>
        </message>
        <message>
            <source>{here} of {whole}</source>
            <translation>{here} из {whole}</translation>
        </message>
    </context>
    <context>
        <name>CodecsActions</name>
        <message>
            <source>As they were &amp;asked for</source>
            <translation>В порядке &amp;списка</translation>
        </message>
        <message>
            <source>Order the results as the settings stand in the list</source>
            <translation>Расположить результаты в том же порядке, что и настройки в списке</translation>
        </message>
        <message>
            <source>Choose a &amp;sound…</source>
            <translation>Выбрать &amp;звук…</translation>
        </message>
        <message>
            <source>Choose the sound that all codecs are given</source>
            <translation>Выбрать звук, который получат все кодеки</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>Запу&amp;стить</translation>
        </message>
        <message>
            <source>Measure all checked settings that have no result for this sound yet</source>
            <translation>Измерить все отмеченные настройки, для которых ещё нет результата с этим звуком</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>&amp;Остановить</translation>
        </message>
        <message>
            <source>Stop at once; results that are there stay</source>
            <translation>Остановить сразу; готовые результаты остаются</translation>
        </message>
        <message>
            <source>Add a sett&amp;ing…</source>
            <translation>&amp;Добавить настройку…</translation>
        </message>
        <message>
            <source>Choose parameters of a codec, to be compared too</source>
            <translation>Задать параметры кодека, чтобы сравнить и его</translation>
        </message>
        <message>
            <source>Remove the settin&amp;g</source>
            <translation>&amp;Убрать настройку</translation>
        </message>
        <message>
            <source>Take a setting that was added out of the list</source>
            <translation>Убрать из списка добавленную настройку</translation>
        </message>
        <message>
            <source>&amp;Hear</source>
            <translation>Прос&amp;лушать</translation>
        </message>
        <message>
            <source>Listen to the selected result; a double click does the same</source>
            <translation>Прослушать выбранный результат; то же делает двойной щелчок</translation>
        </message>
        <message>
            <source>S&amp;ee</source>
            <translation>&amp;Посмотреть</translation>
        </message>
        <message>
            <source>See the selected result beside the original</source>
            <translation>Показать выбранный результат рядом с оригиналом</translation>
        </message>
        <message>
            <source>Sa&amp;ve as…</source>
            <translation>Сохранить &amp;как…</translation>
        </message>
        <message>
            <source>Keep the encoded file; what is not kept goes when the results go</source>
            <translation>Сохранить закодированный файл; несохранённое исчезнет вместе с результатами</translation>
        </message>
        <message>
            <source>&amp;Measure again</source>
            <translation>&amp;Измерить снова</translation>
        </message>
        <message>
            <source>Measure the selected setting once more</source>
            <translation>Измерить выбранную настройку ещё раз</translation>
        </message>
        <message>
            <source>Remove the resu&amp;lt</source>
            <translation>Убрать &amp;результат</translation>
        </message>
        <message>
            <source>Take the selected result and its file away</source>
            <translation>Удалить выбранный результат и его файл</translation>
        </message>
        <message>
            <source>&amp;Clear all results</source>
            <translation>О&amp;чистить все результаты</translation>
        </message>
        <message>
            <source>Take all results and their files away</source>
            <translation>Удалить все результаты и их файлы</translation>
        </message>
        <message>
            <source>Bring back what was removed</source>
            <translation>Вернуть убранное</translation>
        </message>
        <message>
            <source>Undo the last removal of results or of a setting</source>
            <translation>Отменить последнее удаление результатов или настройки</translation>
        </message>
        <message>
            <source>Save the ta&amp;ble…</source>
            <translation>Сохранить &amp;таблицу…</translation>
        </message>
        <message>
            <source>Write all results to a CSV or JSON file</source>
            <translation>Записать все результаты в файл CSV или JSON</translation>
        </message>
        <message>
            <source>Save the &amp;plot…</source>
            <translation>Сохранить &amp;график…</translation>
        </message>
        <message>
            <source>Write the plot to a PNG or SVG file</source>
            <translation>Записать график в файл PNG или SVG</translation>
        </message>
    </context>
    <context>
        <name>CodecsPage</name>
        <message>
            <source>Stop the comparison before you choose another sound</source>
            <translation>Остановите сравнение, прежде чем выбирать другой звук</translation>
        </message>
        <message>
            <source>Choose a sound</source>
            <translation>Выбор звука</translation>
        </message>
        <message>
            <source>Results appear here as they arrive.</source>
            <translation>Здесь появятся результаты по мере готовности.</translation>
        </message>
        <message>
            <source>Press Run to measure what is checked.</source>
            <translation>Нажмите «Запустить», чтобы измерить отмеченное.</translation>
        </message>
        <message>
            <source>Choose a sound first</source>
            <translation>Сначала выберите звук</translation>
        </message>
        <message>
            <source>Check a setting first</source>
            <translation>Сначала отметьте настройку</translation>
        </message>
        <message>
            <source>The sound cannot be used</source>
            <translation>Этот звук использовать нельзя</translation>
        </message>
    </context>
    <context>
        <name>ColourKey</name>
        <message>
            <source>Colours of levels and differences</source>
            <translation>Цвета уровней и разностей</translation>
        </message>
        <message>
            <source>level</source>
            <translation>уровень</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>разность</translation>
        </message>
    </context>
    <context>
        <name>Columns</name>
        <message>
            <source>Codec</source>
            <translation>Кодек</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Настройка</translation>
        </message>
        <message>
            <source>With which parameters the codec worked.</source>
            <translation>С какими параметрами работал кодек.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Размер</translation>
        </message>
        <message>
            <source>Size of the encoded file</source>
            <translation>Размер закодированного файла</translation>
        </message>
        <message>
            <source>The whole file, with its head.</source>
            <translation>Весь файл вместе с заголовком.</translation>
        </message>
        <message>
            <source>Bits per
sample</source>
            <translation>Бит на
отсчёт</translation>
        </message>
        <message>
            <source>Bits per sample</source>
            <translation>Бит на отсчёт</translation>
        </message>
        <message>
            <source>Bits of the file for each sample of each channel.</source>
            <translation>Сколько бит файла приходится на отсчёт каждого канала.</translation>
        </message>
        <message>
            <source>kbit/s</source>
            <translation>кбит/с</translation>
        </message>
        <message>
            <source>Bit rate, kbit/s</source>
            <translation>Битрейт, кбит/с</translation>
        </message>
        <message>
            <source>Thousands of bits a second, all channels together.</source>
            <translation>Тысяч бит в секунду, все каналы вместе.</translation>
        </message>
        <message>
            <source>Ratio</source>
            <translation>Доля</translation>
        </message>
        <message>
            <source>Ratio of sizes</source>
            <translation>Отношение размеров</translation>
        </message>
        <message>
            <source>The file as a share of the samples without compression.</source>
            <translation>Доля файла от объёма отсчётов без сжатия.</translation>
        </message>
        <message>
            <source>SNR
dB</source>
            <translation>ОСШ
дБ</translation>
        </message>
        <message>
            <source>Signal-to-noise ratio, dB</source>
            <translation>Отношение сигнал/шум, дБ</translation>
        </message>
        <message>
            <source>Energy of the sound against that of the error; more is better. Punishes changes of gain or phase that nobody hears.</source>
            <translation>Энергия звука относительно энергии ошибки; больше — лучше. Штрафует и за неслышимые изменения усиления и фазы.</translation>
        </message>
        <message>
            <source>Segm.
SNR dB</source>
            <translation>Сегм.
ОСШ дБ</translation>
        </message>
        <message>
            <source>Segmental SNR, dB</source>
            <translation>Сегментное ОСШ, дБ</translation>
        </message>
        <message>
            <source>Mean of the ratios of stretches of 20 ms, each between −10 and 35 dB: quiet passages count as much as loud ones. More is better.</source>
            <translation>Среднее по отрезкам 20 мс, каждый в пределах от −10 до 35 дБ: тихие места значат столько же, сколько громкие. Больше — лучше.</translation>
        </message>
        <message>
            <source>SI-SDR
dB</source>
            <translation>SI-SDR
дБ</translation>
        </message>
        <message>
            <source>Scale-invariant SDR, dB</source>
            <translation>Сигнал/искажения (SI-SDR), дБ</translation>
        </message>
        <message>
            <source>As the SNR, but the volume does not matter; more is better.</source>
            <translation>Как ОСШ, но громкость не важна; больше — лучше.</translation>
        </message>
        <message>
            <source>LSD
dB</source>
            <translation>LSD
дБ</translation>
        </message>
        <message>
            <source>Log-spectral distance, dB</source>
            <translation>Расхождение спектров, дБ</translation>
        </message>
        <message>
            <source>How far the spectra are apart, all frequencies alike; less is better. A missing band costs much, even where nobody hears it.</source>
            <translation>Насколько расходятся спектры, все частоты равноправны; меньше — лучше. Пропавшая полоса обходится дорого, даже если её никто не слышит.</translation>
        </message>
        <message>
            <source>Envel.
dB</source>
            <translation>Огиб.
дБ</translation>
        </message>
        <message>
            <source>Envelope difference, dB</source>
            <translation>Расхождение огибающих, дБ</translation>
        </message>
        <message>
            <source>How far levels in time are apart, whatever the waveform does; less is better.</source>
            <translation>Насколько расходятся уровни во времени, что бы ни делала форма волны; меньше — лучше.</translation>
        </message>
        <message>
            <source>Wall time inside this program, when codecs have been warmed up: reading and writing of files on the disk counts, starting a program does not. Others that work at the same time slow it down; for fair times let one setting run at once.</source>
            <translation>Реальное время внутри программы на прогретых кодеках: чтение и запись файлов на диске учитываются, запуск программы — нет. Параллельная работа замедляет; для честных замеров измеряйте по одной настройке.</translation>
        </message>
        <message>
            <source>Encode
× time</source>
            <translation>Кодир.
× скор.</translation>
        </message>
        <message>
            <source>Encoding, × real time</source>
            <translation>Кодирование, × реального времени</translation>
        </message>
        <message>
            <source>Times faster than the sound lasts.</source>
            <translation>Во сколько раз быстрее, чем длится звук.</translation>
        </message>
        <message>
            <source>Decode
× time</source>
            <translation>Декод.
× скор.</translation>
        </message>
        <message>
            <source>Decoding to a WAVE file, × real time</source>
            <translation>Декодирование в файл WAVE, × реального времени</translation>
        </message>
        <message>
            <source>&amp;Fit to the window</source>
            <translation>По &amp;ширине окна</translation>
        </message>
        <message>
            <source>Leave out columns that there is no room for, instead of scrolling</source>
            <translation>Скрывать столбцы, которым не хватает места, вместо прокрутки</translation>
        </message>
        <message>
            <source>Show &amp;all columns</source>
            <translation>Показать &amp;все столбцы</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>float</source>
            <translation>с плавающей точкой</translation>
        </message>
        <message>
            <source>{bits} bits</source>
            <translation>{bits} бит</translation>
        </message>
        <message>
            <source>mono</source>
            <translation>моно</translation>
        </message>
        <message>
            <source>stereo</source>
            <translation>стерео</translation>
        </message>
        <message>
            <source>{number} channels</source>
            <translation>каналов: {number}</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Левый</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Правый</translation>
        </message>
        <message>
            <source>Channel {number}</source>
            <translation>Канал {number}</translation>
        </message>
        <message>
            <source>L</source>
            <translation>Л</translation>
        </message>
        <message>
            <source>R</source>
            <translation>П</translation>
        </message>
        <message>
            <source>0 samples</source>
            <translation>0 отсчётов</translation>
        </message>
        <message>
            <source>{samples} samples ({milliseconds} ms)</source>
            <translation>отсчётов: {samples} ({milliseconds} мс)</translation>
        </message>
        <message>
            <source>{time} · sample {sample}</source>
            <translation>{time} · отсчёт {sample}</translation>
        </message>
        <message>
            <source>{name}, dBFS</source>
            <translation>{name}, дБFS</translation>
        </message>
    </context>
    <context>
        <name>CompareActions</name>
        <message>
            <source>Choose the &amp;original…</source>
            <translation>Выбрать &amp;оригинал…</translation>
        </message>
        <message>
            <source>Choose the sound before it was encoded</source>
            <translation>Выбрать звук до кодирования</translation>
        </message>
        <message>
            <source>Choose the &amp;decoded sound…</source>
            <translation>Выбрать &amp;декодированный звук…</translation>
        </message>
        <message>
            <source>Choose an encoded file, or any other version of the sound</source>
            <translation>Выбрать закодированный файл или любую другую версию звука</translation>
        </message>
        <message>
            <source>&amp;Swap both</source>
            <translation>Поменять &amp;местами</translation>
        </message>
        <message>
            <source>Take the original for the decoded sound, and the other way round</source>
            <translation>Принять оригинал за декодированный звук и наоборот</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>&amp;Воспроизвести</translation>
        </message>
        <message>
            <source>Play the selection, or on from the cursor; stop what plays</source>
            <translation>Играть выделение или дальше от курсора; остановить звучащее</translation>
        </message>
        <message>
            <source>Hear the o&amp;riginal</source>
            <translation>Слушать ор&amp;игинал</translation>
        </message>
        <message>
            <source>Play the selection, or on from the cursor, of the original</source>
            <translation>Играть выделение или дальше от курсора в оригинале</translation>
        </message>
        <message>
            <source>Hear the d&amp;ecoded sound</source>
            <translation>Слушать д&amp;екодированный звук</translation>
        </message>
        <message>
            <source>Play the same of the decoded sound</source>
            <translation>Играть то же место декодированного звука</translation>
        </message>
        <message>
            <source>Play the same of the seed, which any player can play</source>
            <translation>Воспроизвести то же из затравки, которую играет любой проигрыватель</translation>
        </message>
        <message>
            <source>Hear the erro&amp;r</source>
            <translation>Слушать о&amp;шибку</translation>
        </message>
        <message>
            <source>Play the same of the error: decoded minus original</source>
            <translation>Играть то же место ошибки: декодированный звук минус оригинал</translation>
        </message>
        <message>
            <source>Change between the last two sounds, at the same instant</source>
            <translation>Переключаться между двумя последними звуками в тот же миг</translation>
        </message>
        <message>
            <source>&amp;Repeat the selection</source>
            <translation>Повторят&amp;ь выделение</translation>
        </message>
        <message>
            <source>Play what is selected over and over</source>
            <translation>Воспроизводить выделенное снова и снова</translation>
        </message>
        <message>
            <source>&amp;Mute</source>
            <translation>&amp;Без звука</translation>
        </message>
        <message>
            <source>Mute the sound</source>
            <translation>Выключить звук</translation>
        </message>
        <message>
            <source>Hear the seed</source>
            <translation>Слушать затравку</translation>
        </message>
        <message>
            <source>Hear what was heard before</source>
            <translation>Слушать предыдущее</translation>
        </message>
        <message>
            <source>Louder</source>
            <translation>Громче</translation>
        </message>
        <message>
            <source>Quieter</source>
            <translation>Тише</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>Выделить вс&amp;ё</translation>
        </message>
        <message>
            <source>&amp;Clear the selection</source>
            <translation>&amp;Снять выделение</translation>
        </message>
        <message>
            <source>Select &amp;from the cursor</source>
            <translation>Выделить о&amp;т курсора</translation>
        </message>
        <message>
            <source>Let the selection begin at the cursor</source>
            <translation>Начать выделение у курсора</translation>
        </message>
        <message>
            <source>Select &amp;to the cursor</source>
            <translation>Выделить до &amp;курсора</translation>
        </message>
        <message>
            <source>Let the selection end at the cursor</source>
            <translation>Закончить выделение у курсора</translation>
        </message>
        <message>
            <source>Show a&amp;ll</source>
            <translation>&amp;Показать всё</translation>
        </message>
        <message>
            <source>Show the &amp;selection</source>
            <translation>Показать в&amp;ыделение</translation>
        </message>
        <message>
            <source>Let the selection fill the view</source>
            <translation>Растянуть выделение на весь вид</translation>
        </message>
        <message>
            <source>Move the view left</source>
            <translation>Сдвинуть вид влево</translation>
        </message>
        <message>
            <source>Move the view right</source>
            <translation>Сдвинуть вид вправо</translation>
        </message>
        <message>
            <source>Zoom into frequencies</source>
            <translation>Приблизить частоты</translation>
        </message>
        <message>
            <source>Zoom out of frequencies</source>
            <translation>Отдалить частоты</translation>
        </message>
        <message>
            <source>To higher frequencies</source>
            <translation>К более высоким частотам</translation>
        </message>
        <message>
            <source>To lower frequencies</source>
            <translation>К более низким частотам</translation>
        </message>
        <message>
            <source>Show all &amp;frequencies</source>
            <translation>Показать все &amp;частоты</translation>
        </message>
        <message>
            <source>Cursor left</source>
            <translation>Курсор влево</translation>
        </message>
        <message>
            <source>Cursor right</source>
            <translation>Курсор вправо</translation>
        </message>
        <message>
            <source>Cursor to the beginning</source>
            <translation>Курсор в начало</translation>
        </message>
        <message>
            <source>Cursor to the end</source>
            <translation>Курсор в конец</translation>
        </message>
        <message>
            <source>Cursor a sample left</source>
            <translation>Курсор на отсчёт влево</translation>
        </message>
        <message>
            <source>Cursor a sample right</source>
            <translation>Курсор на отсчёт вправо</translation>
        </message>
        <message>
            <source>&amp;Waveforms</source>
            <translation>Вол&amp;ны</translation>
        </message>
        <message>
            <source>Show the original, the decoded sound and the error as waves</source>
            <translation>Показать оригинал, декодированный звук и ошибку как волны</translation>
        </message>
        <message>
            <source>S&amp;NR over time</source>
            <translation>К&amp;ривая ОСШ</translation>
        </message>
        <message>
            <source>Show the segmental SNR over time: where the codec loses</source>
            <translation>Показать сегментное ОСШ по времени: где кодек теряет</translation>
        </message>
        <message>
            <source>Spectro&amp;grams</source>
            <translation>Спектро&amp;граммы</translation>
        </message>
        <message>
            <source>Show the spectra of both sounds, and their difference</source>
            <translation>Показать спектры обоих звуков и их разность</translation>
        </message>
        <message>
            <source>Waves</source>
            <translation>Волны</translation>
        </message>
        <message>
            <source>SNR</source>
            <translation>ОСШ</translation>
        </message>
        <message>
            <source>Spectra</source>
            <translation>Спектры</translation>
        </message>
        <message>
            <source>Save the &amp;measures…</source>
            <translation>Сохранить показ&amp;атели…</translation>
        </message>
        <message>
            <source>Write the measures to a CSV or JSON file</source>
            <translation>Записать показатели в файл CSV или JSON</translation>
        </message>
        <message>
            <source>Save the p&amp;icture…</source>
            <translation>Сохранить и&amp;зображение…</translation>
        </message>
        <message>
            <source>Write what is seen to a PNG or SVG file</source>
            <translation>Записать видимое в файл PNG или SVG</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>Choose the original</source>
            <translation>Выбор оригинала</translation>
        </message>
        <message>
            <source>Choose the encoded or decoded sound</source>
            <translation>Выбор закодированного или декодированного звука</translation>
        </message>
        <message>
            <source>Opening both, and lining them up …</source>
            <translation>Оба звука открываются и совмещаются…</translation>
        </message>
        <message>
            <source>Reading both sounds: {share}</source>
            <translation>Чтение обоих звуков: {share}</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>&amp;Воспроизвести</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Стоп</translation>
        </message>
    </context>
    <context>
        <name>ComparePanel</name>
        <message>
            <source>How it is drawn</source>
            <translation>Как рисовать</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Показатели</translation>
        </message>
    </context>
    <context>
        <name>CompareSound</name>
        <message>
            <source>Volume: {volume}</source>
            <translation>Громкость: {volume}</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPanel</name>
        <message>
            <source>Settings at once</source>
            <translation>Настроек сразу</translation>
        </message>
        <message>
            <source>More at once are done sooner on many processors, but slow each other down: for fair times let one run alone.</source>
            <translation>На многих процессорах параллельно выходит быстрее, но настройки тормозят друг друга: для честных замеров времени измеряйте по одной.</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Codecs and settings</source>
            <translation>Кодеки и настройки</translation>
        </message>
    </context>
    <context>
        <name>Conversion</name>
        <message>
            <source>Stopping…</source>
            <translation>Остановка…</translation>
        </message>
        <message>
            <source>Measuring…</source>
            <translation>Измерение…</translation>
        </message>
        <message>
            <source>The target is there already, newer and whole</source>
            <translation>Результат уже есть, он новее и цел</translation>
        </message>
        <message>
            <source>The target is there already</source>
            <translation>Результат уже есть</translation>
        </message>
        <message>
            <source>measuring was stopped</source>
            <translation>измерение остановлено</translation>
        </message>
        <message>
            <source>Nothing was left behind</source>
            <translation>Незаконченное удалено</translation>
        </message>
        <message>
            <source>not measured: {reason}</source>
            <translation>не измерено: {reason}</translation>
        </message>
        <message>
            <source>A file appeared there meanwhile; it was left alone</source>
            <translation>Тем временем там появился файл; он не тронут</translation>
        </message>
    </context>
    <context>
        <name>ConvertActions</name>
        <message>
            <source>&amp;Add files…</source>
            <translation>&amp;Добавить файлы…</translation>
        </message>
        <message>
            <source>Choose sounds to encode or encoded files to decode</source>
            <translation>Выбрать звуки для кодирования или закодированные файлы для декодирования</translation>
        </message>
        <message>
            <source>Add &amp;folder…</source>
            <translation>Добавить &amp;папку…</translation>
        </message>
        <message>
            <source>Add all sounds in a folder and the folders in it; the tree is kept</source>
            <translation>Добавить все звуки из папки и вложенных папок; дерево сохраняется</translation>
        </message>
        <message>
            <source>&amp;Start</source>
            <translation>&amp;Запустить</translation>
        </message>
        <message>
            <source>Convert all files that wait</source>
            <translation>Конвертировать все ожидающие файлы</translation>
        </message>
        <message>
            <source>&amp;Pause after this file</source>
            <translation>Пауза после &amp;этого файла</translation>
        </message>
        <message>
            <source>Finish what is being converted, then take no more</source>
            <translation>Закончить текущие файлы и больше не брать</translation>
        </message>
        <message>
            <source>R&amp;esume</source>
            <translation>П&amp;родолжить</translation>
        </message>
        <message>
            <source>Take more files again, before those being converted have ended</source>
            <translation>Снова брать файлы, не дожидаясь конца текущих</translation>
        </message>
        <message>
            <source>Stop &amp;now</source>
            <translation>Остановить &amp;сейчас</translation>
        </message>
        <message>
            <source>Stop at once; unfinished files are removed</source>
            <translation>Остановить сразу; незаконченные файлы удаляются</translation>
        </message>
        <message>
            <source>Stop se&amp;lected</source>
            <translation>Остановить &amp;выбранные</translation>
        </message>
        <message>
            <source>Stop the selected files and go on with the others</source>
            <translation>Остановить выбранные файлы и продолжить остальные</translation>
        </message>
        <message>
            <source>&amp;Retry</source>
            <translation>Е&amp;щё раз</translation>
        </message>
        <message>
            <source>Convert the selected files that failed, were stopped or skipped once more; where none is selected, all that failed</source>
            <translation>Ещё раз конвертировать выбранные файлы, которые не удались, были остановлены или пропущены; если таких не выбрано — все неудачные</translation>
        </message>
        <message>
            <source>W&amp;hy it failed…</source>
            <translation>Почему &amp;не удалось…</translation>
        </message>
        <message>
            <source>Show what went wrong with the selected file, as a double click does</source>
            <translation>Показать, что случилось с выбранным файлом; то же делает двойной щелчок</translation>
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation>&amp;Убрать</translation>
        </message>
        <message>
            <source>Take the selected files out of the queue; the files stay</source>
            <translation>Убрать выбранные файлы из очереди; сами файлы остаются</translation>
        </message>
        <message>
            <source>&amp;Clear finished</source>
            <translation>О&amp;чистить готовые</translation>
        </message>
        <message>
            <source>Take everything that is done out of the queue</source>
            <translation>Убрать из очереди всё готовое</translation>
        </message>
        <message>
            <source>Settin&amp;gs of the selected…</source>
            <translation>Настройки в&amp;ыбранных…</translation>
        </message>
        <message>
            <source>Give the selected files a codec, a preset or values of their own</source>
            <translation>Дать выбранным файлам свой кодек, пресет или свои значения</translation>
        </message>
        <message>
            <source>Mo&amp;ve up</source>
            <translation>Переместить вв&amp;ерх</translation>
        </message>
        <message>
            <source>Convert the selected files earlier; they can be dragged as well</source>
            <translation>Конвертировать выбранные файлы раньше; их можно и перетащить</translation>
        </message>
        <message>
            <source>Move do&amp;wn</source>
            <translation>Пере&amp;местить вниз</translation>
        </message>
        <message>
            <source>Convert the selected files later; they can be dragged as well</source>
            <translation>Конвертировать выбранные файлы позже; их можно и перетащить</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Отменить</translation>
        </message>
        <message>
            <source>Bring back what was removed, or the order before</source>
            <translation>Вернуть убранное или прежний порядок</translation>
        </message>
        <message>
            <source>Re&amp;do</source>
            <translation>Вернут&amp;ь</translation>
        </message>
        <message>
            <source>Do again what was undone</source>
            <translation>Снова сделать отменённое</translation>
        </message>
        <message>
            <source>&amp;Open in the player</source>
            <translation>Открыть в п&amp;леере</translation>
        </message>
        <message>
            <source>Listen to the selected file; a double click does the same</source>
            <translation>Прослушать выбранный файл; то же делает двойной щелчок</translation>
        </message>
        <message>
            <source>Compare with the ori&amp;ginal</source>
            <translation>Сравнить с ори&amp;гиналом</translation>
        </message>
        <message>
            <source>See and measure how far the selected file is from its original</source>
            <translation>Увидеть и измерить, насколько выбранный файл отличается от оригинала</translation>
        </message>
        <message>
            <source>Show in &amp;folder</source>
            <translation>Показать в п&amp;апке</translation>
        </message>
        <message>
            <source>Open the folder of the converted file</source>
            <translation>Открыть папку с готовым файлом</translation>
        </message>
        <message>
            <source>Repor&amp;t…</source>
            <translation>Отчё&amp;т…</translation>
        </message>
        <message>
            <source>Show what became of every file; it can be saved as a table or JSON</source>
            <translation>Показать, что стало с каждым файлом; можно сохранить таблицей или в JSON</translation>
        </message>
        <message>
            <source>Cop&amp;y report</source>
            <translation>&amp;Копировать отчёт</translation>
        </message>
        <message>
            <source>Copy what became of every file, as text</source>
            <translation>Скопировать как текст, что стало с каждым файлом</translation>
        </message>
        <message>
            <source>S&amp;ettings panel</source>
            <translation>Панель нас&amp;троек</translation>
        </message>
        <message>
            <source>Show or hide how files are converted</source>
            <translation>Показать или скрыть настройки конвертации</translation>
        </message>
        <message>
            <source>&amp;Import queue…</source>
            <translation>&amp;Импортировать очередь…</translation>
        </message>
        <message>
            <source>Add the files of a queue that was exported, with their own settings</source>
            <translation>Добавить файлы ранее сохранённой очереди с их собственными настройками</translation>
        </message>
        <message>
            <source>E&amp;xport queue…</source>
            <translation>Экспортировать очере&amp;дь…</translation>
        </message>
        <message>
            <source>Write all files of the queue and their own settings to a JSON file</source>
            <translation>Записать все файлы очереди и их собственные настройки в файл JSON</translation>
        </message>
    </context>
    <context>
        <name>ConvertPage</name>
        <message>
            <source>Looking for sounds…</source>
            <translation>Поиск звуков…</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>Добавление файлов</translation>
        </message>
        <message>
            <source>Add a folder with sounds</source>
            <translation>Добавление папки со звуками</translation>
        </message>
        <message>
            <source>The disk is full: the other files wait until there is room</source>
            <translation>Диск заполнен: остальные файлы ждут, пока освободится место</translation>
        </message>
        <message numerus="yes">
            <source>Looking for sounds: %n found so far</source>
            <translation>
                <numerusform>Поиск звуков: найден %n</numerusform>
                <numerusform>Поиск звуков: найдено %n</numerusform>
                <numerusform>Поиск звуков: найдено %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Pausing after what is being converted</source>
            <translation>Пауза после текущих файлов</translation>
        </message>
    </context>
    <context>
        <name>CountingRow</name>
        <message>
            <source>The whole file is counted</source>
            <translation>Подсчёт по всему файлу</translation>
        </message>
        <message>
            <source>Counting the whole file: {share}</source>
            <translation>Подсчёт по всему файлу: {share}</translation>
        </message>
        <message>
            <source>The whole file could not be counted: {error}</source>
            <translation>Весь файл подсчитать не удалось: {error}</translation>
        </message>
        <message>
            <source>Stopped: the whole file is not counted</source>
            <translation>Остановлено: весь файл не подсчитан</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Стоп</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Подсчитать</translation>
        </message>
        <message>
            <source>Leave the whole file uncounted</source>
            <translation>Не подсчитывать весь файл</translation>
        </message>
        <message>
            <source>Count the whole file</source>
            <translation>Подсчитать по всему файлу</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Rate, Hz</source>
            <translation>Частота, Гц</translation>
        </message>
        <message>
            <source>Seed rate, Hz</source>
            <translation>Частота затравки, Гц</translation>
        </message>
        <message>
            <source>Bit rate, kbit/s</source>
            <translation>Битрейт, кбит/с</translation>
        </message>
        <message>
            <source>Share of the uncompressed sound</source>
            <translation>Доля от несжатого звука</translation>
        </message>
        <message>
            <source>RIFF size</source>
            <translation>Размер RIFF</translation>
        </message>
        <message>
            <source>ROAD chunk at byte</source>
            <translation>Чанк ROAD с байта</translation>
        </message>
        <message>
            <source>Data at byte</source>
            <translation>Данные с байта</translation>
        </message>
        <message>
            <source>Frame length</source>
            <translation>Длина кадра</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>да</translation>
        </message>
        <message>
            <source>no</source>
            <translation>нет</translation>
        </message>
    </context>
    <context>
        <name>DetailsDialog</name>
        <message>
            <source>Details of {name}</source>
            <translation>Сведения о {name}</translation>
        </message>
        <message>
            <source>Details of the file</source>
            <translation>Сведения о файле</translation>
        </message>
    </context>
    <context>
        <name>DeviceChoice</name>
        <message>
            <source>Sound device</source>
            <translation>Звуковое устройство</translation>
        </message>
        <message>
            <source>What the sound is played on</source>
            <translation>На чём воспроизводится звук</translation>
        </message>
        <message>
            <source>Look for sound devices</source>
            <translation>Искать звуковые устройства</translation>
        </message>
        <message>
            <source>Look for devices that were plugged in since</source>
            <translation>Искать устройства, подключённые за это время</translation>
        </message>
        <message>
            <source> ms</source>
            <translation> мс</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Задержка</translation>
        </message>
        <message>
            <source>How far the device runs ahead. More is safer, less follows the volume faster.</source>
            <translation>На сколько заранее заполняется устройство. Больше — надёжнее, меньше — быстрее отзывается громкость.</translation>
        </message>
        <message>
            <source>What the device says of itself. Another sound comes in within 5 ms at the same instant of the sound; this long before, the device has taken what you hear now.</source>
            <translation>Что сообщает само устройство. Переключение звука слышно в пределах 5 мс в той же точке; за это время до того устройство забрало то, что вы слышите сейчас.</translation>
        </message>
        <message>
            <source>System default</source>
            <translation>Системное по умолчанию</translation>
        </message>
        <message>
            <source>{name} (not there)</source>
            <translation>{name} (отсутствует)</translation>
        </message>
    </context>
    <context>
        <name>DeviceLink</name>
        <message>
            <source>The chosen sound device is not there: played on “{device}”.</source>
            <translation>Выбранное звуковое устройство отсутствует: звук идёт на «{device}».</translation>
        </message>
    </context>
    <context>
        <name>DisplayForm</name>
        <message>
            <source>Channel</source>
            <translation>Канал</translation>
        </message>
        <message>
            <source>Which channels are drawn; spectra are their mean.</source>
            <translation>Какие каналы рисовать; спектры усредняются по ним.</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>How large the error, decoded minus original, is drawn.</source>
            <translation>Насколько крупно рисовать ошибку — декодированный звук минус оригинал.</translation>
        </message>
        <message>
            <source>Frequency axis</source>
            <translation>Ось частот</translation>
        </message>
        <message>
            <source>Logarithmic: an octave is as high as any other. Mel: as ears tell pitches.</source>
            <translation>Логарифмическая: все октавы одной высоты. Мел: как слух различает высоту тона.</translation>
        </message>
        <message>
            <source>Range of levels</source>
            <translation>Диапазон уровней</translation>
        </message>
        <message>
            <source>What is softer than that below full scale is not drawn. All have the same.</source>
            <translation>Всё, что тише этого относительно полной шкалы, не рисуется. Для всех одинаково.</translation>
        </message>
        <message>
            <source>Frame of the spectra</source>
            <translation>Кадр спектра</translation>
        </message>
        <message>
            <source>Long frames tell pitches apart, short ones tell when something happened.</source>
            <translation>Длинные кадры различают высоту тона, короткие — момент события.</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Цвета</translation>
        </message>
        <message>
            <source>All of them can be told apart by colour-blind eyes.</source>
            <translation>Все различимы и при нарушениях цветового зрения.</translation>
        </message>
        <message>
            <source>Over-clocking</source>
            <translation>Сверхдискретизация</translation>
        </message>
        <message>
            <source>The rate at which the decoded sound's spectrum is shown. Above the line at half the original's rate everything was synthesised by the maps.</source>
            <translation>Частота, на которой показан спектр декодированного звука. Всё выше линии на половине частоты оригинала синтезировано отображениями.</translation>
        </message>
        <message>
            <source>As large as fits</source>
            <translation>Во всю высоту</translation>
        </message>
        <message>
            <source>As a level in dB</source>
            <translation>Как уровень в дБ</translation>
        </message>
        <message>
            <source>As large as the sound</source>
            <translation>В масштабе звука</translation>
        </message>
        <message>
            <source>Logarithmic</source>
            <translation>Логарифмическая</translation>
        </message>
        <message>
            <source>Linear</source>
            <translation>Линейная</translation>
        </message>
        <message>
            <source>Mel</source>
            <translation>Мел</translation>
        </message>
        <message>
            <source>As the view asks for</source>
            <translation>По масштабу вида</translation>
        </message>
        <message>
            <source>{length} samples</source>
            <translation>отсчётов: {length}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Все</translation>
        </message>
    </context>
    <context>
        <name>DropArea</name>
        <message>
            <source>Drop sound files or folders here</source>
            <translation>Перетащите сюда звуковые файлы или папки</translation>
        </message>
        <message>
            <source>Sounds become ROAD files that any WAVE player can preview.
ROAD files become sound again.</source>
            <translation>Звуки становятся файлами ROAD: затравку из них играет любой плеер WAVE.
Файлы ROAD снова становятся звуком.</translation>
        </message>
        <message>
            <source>WAV · RF64 · W64 · AIFF · CAF · FLAC · Ogg · Opus · MP3 · ROAD</source>
            <translation>WAV · RF64 · W64 · AIFF · CAF · FLAC · Ogg · Opus · MP3 · ROAD</translation>
        </message>
    </context>
    <context>
        <name>EmptyCompare</name>
        <message>
            <source>Original</source>
            <translation>Оригинал</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>пока нет</translation>
        </message>
        <message>
            <source>Encoded or decoded</source>
            <translation>Закодированный</translation>
        </message>
        <message>
            <source>Drop a sound and its encoded file here to compare them</source>
            <translation>Перетащите сюда звук и его закодированный файл, чтобы сравнить их</translation>
        </message>
        <message>
            <source>See where they differ, measure by how much, and hear it. Of an encoded file the original
is found by itself where it lies beside it under the same name.</source>
            <translation>Посмотрите, где они различаются, измерьте насколько и послушайте. Оригинал закодированного
файла находится сам, если лежит рядом под тем же именем.</translation>
        </message>
    </context>
    <context>
        <name>EmptyComparison</name>
        <message>
            <source>Drop a sound here to compare codecs on it</source>
            <translation>Перетащите сюда звук, чтобы сравнить на нём кодеки</translation>
        </message>
        <message>
            <source>Every codec is given its beginning at each of the checked settings.
Size, quality and speed are measured, and each result can be heard and seen.</source>
            <translation>Каждый кодек получает начало звука с каждой из отмеченных настроек.
Измеряются размер, качество и скорость; каждый результат можно услышать и увидеть.</translation>
        </message>
    </context>
    <context>
        <name>EmptyPlayer</name>
        <message>
            <source>Drop a ROAD file here to listen to it</source>
            <translation>Перетащите сюда файл ROAD, чтобы прослушать его</translation>
        </message>
        <message>
            <source>A .road.wav is decoded while it plays, at its own rate or at many times that.
Ordinary sounds play too, to compare.</source>
            <translation>Файл .road.wav декодируется на ходу — на своей частоте или во много раз выше.
Обычные звуки для сравнения тоже воспроизводятся.</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Выбрать файл…</translation>
        </message>
    </context>
    <context>
        <name>EncoderForm</name>
        <message>
            <source>Codec</source>
            <translation>Кодек</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Восстановить значения по умолчанию</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Пресет</translation>
        </message>
    </context>
    <context>
        <name>Encoding</name>
        <message>
            <source>Custom</source>
            <translation>Свои</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>The sound device had stopped; playing goes on with “{device}”.</source>
            <translation>Звуковое устройство остановилось; воспроизведение продолжается на «{device}».</translation>
        </message>
        <message>
            <source>The sound device has stopped. Play to try again.</source>
            <translation>Звуковое устройство остановилось. Запустите воспроизведение, чтобы попробовать снова.</translation>
        </message>
        <message>
            <source>The sound device does not answer. Play to try again.</source>
            <translation>Звуковое устройство не отвечает. Запустите воспроизведение, чтобы попробовать снова.</translation>
        </message>
        <message>
            <source>Waiting for the sound device …</source>
            <translation>Ожидание звукового устройства…</translation>
        </message>
        <message>
            <source>Decoding is slower than playing: choose a lower output rate.</source>
            <translation>Декодирование медленнее воспроизведения: выберите меньшую частоту на выходе.</translation>
        </message>
        <message>
            <source>The sound device ran dry: choose a longer latency.</source>
            <translation>Звуковому устройству не хватило данных: выберите большую задержку.</translation>
        </message>
    </context>
    <context>
        <name>ErrorLegend</name>
        <message>
            <source>Colours of the errors</source>
            <translation>Цвета ошибок</translation>
        </message>
        <message>
            <source>Error of each range after the passes that are shown, as a root mean square against full scale: from {quietest} or less at the left to {loudest} or more at the right</source>
            <translation>Ошибка каждого рангового блока после показанных проходов, среднеквадратичная относительно полной шкалы: слева {quietest} и меньше, справа {loudest} и больше</translation>
        </message>
    </context>
    <context>
        <name>ExistingDialog</name>
        <message>
            <source>Files are there already</source>
            <translation>Файлы уже существуют</translation>
        </message>
        <message>
            <source>Files that are there already</source>
            <translation>Файлы, которые уже существуют</translation>
        </message>
        <message>
            <source>&amp;Skip</source>
            <translation>&amp;Пропустить</translation>
        </message>
        <message>
            <source>&amp;Number the new ones</source>
            <translation>&amp;Нумеровать новые</translation>
        </message>
        <message>
            <source>&amp;Overwrite</source>
            <translation>П&amp;ерезаписать</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжить</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) would be written where there is one already.</source>
            <translation>
                <numerusform>%n файл был бы записан туда, где файл уже есть.</numerusform>
                <numerusform>%n файла были бы записаны туда, где файлы уже есть.</numerusform>
                <numerusform>%n файлов были бы записаны туда, где файлы уже есть.</numerusform>
            </translation>
        </message>
        <message>
            <source>The selected ones:</source>
            <translation>Выбранные:</translation>
        </message>
    </context>
    <context>
        <name>ExistingModel</name>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>There already</source>
            <translation>Уже существует</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Тогда</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Пропустить</translation>
        </message>
        <message>
            <source>Number the new one</source>
            <translation>Нумеровать новый</translation>
        </message>
        <message>
            <source>Overwrite</source>
            <translation>Перезаписать</translation>
        </message>
    </context>
    <context>
        <name>FactsCard</name>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>What the file was written by.</source>
            <translation>Чем записан файл.</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Rate, channels and sample type.</source>
            <translation>Частота, каналы и формат отсчётов.</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Оригинал</translation>
        </message>
        <message>
            <source>The sound that was encoded.</source>
            <translation>Звук, который был закодирован.</translation>
        </message>
        <message>
            <source>Lag</source>
            <translation>Сдвиг</translation>
        </message>
        <message>
            <source>By how much the decoded sound comes later than the original, found by correlation in the first 30 seconds. The original is moved by that: what is switched between is the same place of the music.</source>
            <translation>На сколько декодированный звук отстаёт от оригинала; найдено корреляцией по первым 30 секундам. Оригинал сдвинут на столько же: переключение остаётся на том же месте музыки.</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Длительность</translation>
        </message>
        <message>
            <source>Minutes and seconds of sound.</source>
            <translation>Минуты и секунды звука.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Размер</translation>
        </message>
        <message>
            <source>Of the file, and its share of the uncompressed sound.</source>
            <translation>Размер файла и его доля от несжатого звука.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Затравка</translation>
        </message>
        <message>
            <source>The averages of all ranges of the first channel. They lie in the file as plain samples, so that any player plays them as a preview, and decoding grows the sound out of them.</source>
            <translation>Средние всех ранговых блоков первого канала. Они лежат в файле простыми отсчётами, поэтому любой плеер воспроизводит их как предпрослушивание, а декодер выращивает из них звук.</translation>
        </message>
        <message>
            <source>Smallest range</source>
            <translation>Наименьший ранговый блок</translation>
        </message>
        <message>
            <source>Ranges are the pieces that the sound was cut into; each is a smaller copy of another piece of the same sound. The shorter they may be, the finer the sound.</source>
            <translation>Ранговые блоки — куски, на которые разрезан звук; каждый из них — уменьшенная копия другого куска того же звука. Чем короче они могут быть, тем тоньше звук.</translation>
        </message>
        <message>
            <source>Superframe</source>
            <translation>Суперкадр</translation>
        </message>
        <message>
            <source>What is decoded in one go, and where seeking can begin.</source>
            <translation>Что декодируется за один раз и откуда возможен переход по звуку.</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>неизвестно</translation>
        </message>
        <message>
            <source>{size} ({share})</source>
            <translation>{size} ({share})</translation>
        </message>
        <message>
            <source>Sound file</source>
            <translation>Звуковой файл</translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s)</source>
            <translation>
                <numerusform>%n отсчёт</numerusform>
                <numerusform>%n отсчёта</numerusform>
                <numerusform>%n отсчётов</numerusform>
            </translation>
        </message>
        <message>
            <source>This file has {number} of them.</source>
            <translation>В этом файле их {number}.</translation>
        </message>
    </context>
    <context>
        <name>FaultCatcher</name>
        <message>
            <source>ROAD Studio</source>
            <translation>ROAD Studio</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>Allowed: {limits}</source>
            <translation>Допустимо: {limits}</translation>
        </message>
        <message>
            <source>Automatic: {what}</source>
            <translation>Автоматически: {what}</translation>
        </message>
    </context>
    <context>
        <name>FileFilters</name>
        <message>
            <source>Encoded files ({endings})</source>
            <translation>Закодированные файлы ({endings})</translation>
        </message>
        <message>
            <source>Sounds ({endings})</source>
            <translation>Звуки ({endings})</translation>
        </message>
        <message>
            <source>Sounds and encoded files ({endings})</source>
            <translation>Звуки и закодированные файлы ({endings})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
    </context>
    <context>
        <name>FileSaver</name>
        <message>
            <source>Table (*.csv)</source>
            <translation>Таблица (*.csv)</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>Растровое изображение (*.png)</translation>
        </message>
        <message>
            <source>Drawing (*.svg)</source>
            <translation>Векторное изображение (*.svg)</translation>
        </message>
        <message>
            <source>{name} is there already. Replace it?</source>
            <translation>{name} уже существует. Заменить?</translation>
        </message>
        <message>
            <source>Written: {path}</source>
            <translation>Записано: {path}</translation>
        </message>
    </context>
    <context>
        <name>Fractal</name>
        <message>
            <source>mid</source>
            <translation>суммы</translation>
        </message>
        <message>
            <source>side</source>
            <translation>разности</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Ранговый блок</translation>
        </message>
        <message>
            <source>Silent block</source>
            <translation>Тихий блок</translation>
        </message>
        <message>
            <source>{n} samples from {at}</source>
            <translation>{n} отсч. с {at}</translation>
        </message>
        <message>
            <source>Error after pass {n}</source>
            <translation>Ошибка после прохода {n}</translation>
        </message>
        <message>
            <source>SNR after pass {n}</source>
            <translation>ОСШ после прохода {n}</translation>
        </message>
        <message>
            <source>{time}, sample {n}</source>
            <translation>{time}, отсчёт {n}</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Время</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Значение</translation>
        </message>
        <message>
            <source>{value}, of the original {original}</source>
            <translation>{value}, в оригинале {original}</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Среднее</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>Доменный блок</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>Расстояние</translation>
        </message>
        <message>
            <source>{n} samples</source>
            <translation>{n} отсч.</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Масштаб</translation>
        </message>
        <message>
            <source>Mirrored</source>
            <translation>Отражён</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>да</translation>
        </message>
        <message>
            <source>no</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>Collage error</source>
            <translation>Ошибка коллажа</translation>
        </message>
        <message>
            <source>Error in the end</source>
            <translation>Ошибка в итоге</translation>
        </message>
        <message>
            <source>The sound is being encoded</source>
            <translation>Звук кодируется</translation>
        </message>
        <message>
            <source>Encode as ROAD and look</source>
            <translation>Закодировать в ROAD и посмотреть</translation>
        </message>
        <message>
            <source>The copy is temporary: it goes when something else is looked at</source>
            <translation>Копия временная: она исчезнет, когда будет открыто что-то другое</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Стоп</translation>
        </message>
        <message>
            <source>Drop a ROAD file here to see how it works</source>
            <translation>Перетащите сюда файл ROAD, чтобы увидеть, как он устроен</translation>
        </message>
        <message>
            <source>Its sound is cut into ranges, and each is made from another part of the same sound. An ordinary sound can be encoded for the look.</source>
            <translation>Его звук разрезан на ранговые блоки, и каждый сделан из другой части того же звука. Обычный звук можно закодировать для просмотра.</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>Error, magnified {number} times</source>
            <translation>Ошибка, увеличение ×{number}</translation>
        </message>
    </context>
    <context>
        <name>FractalActions</name>
        <message>
            <source>&amp;Choose a file…</source>
            <translation>&amp;Выбрать файл…</translation>
        </message>
        <message>
            <source>Choose a file of maps to look into</source>
            <translation>Выбрать файл с отображениями, чтобы заглянуть в него</translation>
        </message>
        <message>
            <source>Choose the &amp;original…</source>
            <translation>Выбрать &amp;оригинал…</translation>
        </message>
        <message>
            <source>Show the sound that the file was made from, and what the maps miss of it</source>
            <translation>Показать звук, из которого сделан файл, и то, чего отображения не передают</translation>
        </message>
        <message>
            <source>&amp;Animate</source>
            <translation>П&amp;уск</translation>
        </message>
        <message>
            <source>Apply all maps again and again, from the means on</source>
            <translation>Применять все отображения снова и снова, начиная со средних</translation>
        </message>
        <message>
            <source>&amp;Superframe before</source>
            <translation>&amp;Предыдущий суперкадр</translation>
        </message>
        <message>
            <source>Superframe &amp;after</source>
            <translation>&amp;Следующий суперкадр</translation>
        </message>
        <message>
            <source>Frame &amp;before</source>
            <translation>Предыдущий &amp;кадр</translation>
        </message>
        <message>
            <source>Frame a&amp;fter</source>
            <translation>Следу&amp;ющий кадр</translation>
        </message>
        <message>
            <source>Show the &amp;domain</source>
            <translation>Пока&amp;зать домен</translation>
        </message>
        <message>
            <source>Show the chosen range and its domain from near</source>
            <translation>Показать выбранный ранговый блок и его домен вблизи</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>Крупне&amp;е</translation>
        </message>
        <message>
            <source>Zoom o&amp;ut</source>
            <translation>&amp;Мельче</translation>
        </message>
        <message>
            <source>One fra&amp;me</source>
            <translation>Оди&amp;н кадр</translation>
        </message>
        <message>
            <source>Show one frame</source>
            <translation>Показать один кадр</translation>
        </message>
        <message>
            <source>&amp;Whole superframe</source>
            <translation>Вес&amp;ь суперкадр</translation>
        </message>
        <message>
            <source>Show all frames of the superframe</source>
            <translation>Показать все кадры суперкадра</translation>
        </message>
        <message>
            <source>&amp;Reshuffle</source>
            <translation>Перемеш&amp;ать</translation>
        </message>
        <message>
            <source>Draw another random order of the maps</source>
            <translation>Выбрать другой случайный порядок отображений</translation>
        </message>
        <message>
            <source>&amp;Pass before</source>
            <translation>П&amp;редыдущий проход</translation>
        </message>
        <message>
            <source>Pass af&amp;ter</source>
            <translation>С&amp;ледующий проход</translation>
        </message>
        <message>
            <source>&amp;Hear this pass</source>
            <translation>Слушать про&amp;ход</translation>
        </message>
        <message>
            <source>Hear the superframe as it is after the passes that are shown</source>
            <translation>Слушать суперкадр таким, каков он после показанных проходов</translation>
        </message>
        <message>
            <source>Hear</source>
            <translation>Слушать</translation>
        </message>
        <message>
            <source>P&amp;lay from here</source>
            <translation>Слу&amp;шать отсюда</translation>
        </message>
        <message>
            <source>Let the player play the file on from the chosen range</source>
            <translation>Слушать файл в плеере, начиная с выбранного рангового блока</translation>
        </message>
        <message>
            <source>Fo&amp;llow the player</source>
            <translation>Сле&amp;довать за плеером</translation>
        </message>
        <message>
            <source>Always show the superframe that is heard</source>
            <translation>Всегда показывать суперкадр, который звучит</translation>
        </message>
    </context>
    <context>
        <name>FractalInvitation</name>
        <message>
            <source>{name} has no maps to show</source>
            <translation>В {name} нет отображений</translation>
        </message>
        <message>
            <source>It was encoded by {codec}, which does not describe a sound by parts of itself: there are no ranges, and nothing that they would be mapped from. Its decoded sound can be encoded as ROAD, into a temporary copy.</source>
            <translation>Файл закодирован кодеком {codec}, который не описывает звук его собственными частями: нет ни ранговых блоков, ни того, из чего их отображать. Декодированный из него звук можно закодировать в ROAD, во временную копию.</translation>
        </message>
        <message>
            <source>It is a sound that is not encoded: it holds samples. Which part of it resembles which is what an encoder finds out; it can do so now, into a temporary copy.</source>
            <translation>Это незакодированный звук: в нём лежат отсчёты. Какая его часть на какую похожа, выясняет кодер; он может сделать это сейчас, во временную копию.</translation>
        </message>
        <message>
            <source>Encoding: {share}</source>
            <translation>Кодирование: {share}</translation>
        </message>
        <message>
            <source>Stopped: nothing was encoded</source>
            <translation>Остановлено: ничего не закодировано</translation>
        </message>
    </context>
    <context>
        <name>FractalPage</name>
        <message>
            <source>Choose a file of maps</source>
            <translation>Выбор файла с отображениями</translation>
        </message>
        <message>
            <source>Choose the original</source>
            <translation>Выбор оригинала</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
    </context>
    <context>
        <name>FractalPanel</name>
        <message>
            <source>Each block of the tree is a range, and a map makes it from a domain twice as long in the same frame: shrunken, perhaps mirrored, scaled, and moved to the range's mean. Where a range could not be mapped well enough, it was halved: the shorter its block, the harder the sound was to describe. The file keeps means and maps alone; applying all maps again and again makes the sound, whatever one starts from.</source>
            <translation>Каждый блок дерева — ранговый; отображение делает его из вдвое более длинного домена того же кадра: сжимает, иногда отражает, масштабирует и сдвигает к среднему. Блок, который не удалось отобразить достаточно точно, делится пополам: чем он короче, тем труднее было описать звук. В файле хранятся только средние и отображения; многократное применение всех отображений даёт звук, с чего бы ни начать.</translation>
        </message>
        <message>
            <source>Coloured by scale: − ochre, + blue</source>
            <translation>По масштабу: − охра, + синий</translation>
        </message>
        <message>
            <source>Coloured by length</source>
            <translation>По длине</translation>
        </message>
        <message>
            <source>Coloured by error, dB</source>
            <translation>По ошибке, дБ</translation>
        </message>
        <message>
            <source>What is lost in each range after the passes shown; needs the original</source>
            <translation>Что потеряно в каждом ранговом блоке после показанных проходов; нужен оригинал</translation>
        </message>
        <message>
            <source>Colour of the blocks</source>
            <translation>Цвет блоков</translation>
        </message>
        <message>
            <source>Apply the map to the original</source>
            <translation>Применить к оригиналу</translation>
        </message>
        <message>
            <source>What the map makes of the original is its collage, which the encoder compared; without the mark it is applied to the decoded sound, of which it is a part</source>
            <translation>То, что отображение делает из оригинала, — его коллаж, который сравнивал кодер; без отметки оно применяется к декодированному звуку, частью которого является</translation>
        </message>
        <message>
            <source>This superframe</source>
            <translation>Этот суперкадр</translation>
        </message>
        <message>
            <source>The whole file</source>
            <translation>Весь файл</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>Что подсчитано</translation>
        </message>
        <message>
            <source>Lengths of ranges, samples</source>
            <translation>Длины ранговых блоков, отсчёты</translation>
        </message>
        <message>
            <source>Scales of maps</source>
            <translation>Масштабы отображений</translation>
        </message>
        <message>
            <source>From range to domain, samples</source>
            <translation>От блока до домена, отсчёты</translation>
        </message>
        <message>
            <source>Where the bytes go</source>
            <translation>Куда уходят байты</translation>
        </message>
        <message>
            <source>What one sees</source>
            <translation>Что здесь видно</translation>
        </message>
        <message>
            <source>The chosen range</source>
            <translation>Выбранный ранговый блок</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Подсчёты</translation>
        </message>
        <message>
            <source>Explanation and counts</source>
            <translation>Пояснение и подсчёты</translation>
        </message>
        <message>
            <source>{maps} maps, {turned} of them mirrored, and {silent} silent blocks</source>
            <translation>Отображений: {maps}, из них отражено: {turned}; тихих блоков: {silent}</translation>
        </message>
        <message>
            <source>Seed: means of channel 1</source>
            <translation>Затравка: средние канала 1</translation>
        </message>
        <message>
            <source>Index bytes</source>
            <translation>Байты индекса</translation>
        </message>
        <message>
            <source>Means of other channels</source>
            <translation>Средние других каналов</translation>
        </message>
        <message>
            <source>Domains</source>
            <translation>Домены</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>Масштабы</translation>
        </message>
        <message>
            <source>Places of superframes</source>
            <translation>Места суперкадров</translation>
        </message>
        <message>
            <source>Residual</source>
            <translation>Остаток</translation>
        </message>
        <message>
            <source>Heads, tags</source>
            <translation>Заголовки, теги</translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message>
            <source>Superframe</source>
            <translation>Суперкадр</translation>
        </message>
        <message>
            <source>Frames that are stored together, counted from 0; the strip shows where it is</source>
            <translation>Кадры, хранящиеся вместе; счёт с 0, место видно на полосе</translation>
        </message>
        <message>
            <source>Coded channel</source>
            <translation>Кодированный канал</translation>
        </message>
        <message>
            <source>What is stored as one channel: with mixing a sum (mid) or a difference (side), not left or right</source>
            <translation>То, что хранится как один канал: при смешивании это сумма (mid) или разность (side), а не левый или правый</translation>
        </message>
        <message>
            <source>{name}, encoded for a look</source>
            <translation>{name}, закодирован для просмотра</translation>
        </message>
        <message>
            <source>A temporary copy of {file}, encoded as ROAD</source>
            <translation>Временная копия {file}, закодированная в ROAD</translation>
        </message>
        <message>
            <source>Channel {name}</source>
            <translation>Канал {name}</translation>
        </message>
        <message>
            <source>{file}, beside its original {original}</source>
            <translation>{file}, рядом с оригиналом {original}</translation>
        </message>
    </context>
    <context>
        <name>HeardChoice</name>
        <message>
            <source>Equally loud</source>
            <translation>Равная громкость</translation>
        </message>
        <message>
            <source>The louder of two sounds always seems the better one. Measures how loud each is (BS.1770), within the loop if one is on, and levels them, so that only the difference in sound is left.</source>
            <translation>Из двух звуков лучшим всегда кажется более громкий. Измеряет громкость каждого (BS.1770), при включённом цикле — внутри него, и выравнивает их, чтобы осталась только разница в звучании.</translation>
        </message>
        <message>
            <source>Gains</source>
            <translation>Усиление</translation>
        </message>
        <message>
            <source>Choose a file, or drop it here</source>
            <translation>Выберите файл или перетащите его сюда</translation>
        </message>
        <message>
            <source>Measuring: {percent} %</source>
            <translation>Измерение: {percent} %</translation>
        </message>
        <message>
            <source>The decoded sound is {lag}; the original is moved by that.</source>
            <translation>Декодированный звук {lag}; оригинал сдвинут на столько же.</translation>
        </message>
        <message>
            <source>The sound that was encoded, from a file of its own.</source>
            <translation>Звук, который был закодирован, из отдельного файла.</translation>
        </message>
        <message>
            <source>What the maps make of the seed: the whole sound, at any rate you like.</source>
            <translation>Что отображения делают из затравки: весь звук на любой частоте.</translation>
        </message>
        <message>
            <source>The averages that the sound is grown from, as any player would play the file: one sample for each smallest range.</source>
            <translation>Средние, из которых выращивается звук, — так файл сыграл бы любой плеер: один отсчёт на каждый наименьший ранговый блок.</translation>
        </message>
        <message>
            <source>The decoded sound less the original: what the codec has lost or added. Silence is the best there is.</source>
            <translation>Декодированный звук минус оригинал: что кодек потерял или добавил. Лучше всего — тишина.</translation>
        </message>
    </context>
    <context>
        <name>HearingBar</name>
        <message>
            <source>Original</source>
            <translation>Оригинал</translation>
        </message>
        <message>
            <source>Decoded</source>
            <translation>Декодированный</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Затравка</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>What is under the pointer, or at the cursor</source>
            <translation>Что находится под указателем или у курсора</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Versions and log are on the clipboard</source>
            <translation>Версии и журнал в буфере обмена</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Keys</source>
            <translation>Клавиши</translation>
        </message>
    </context>
    <context>
        <name>LanesView</name>
        <message>
            <source>Waveforms and spectra</source>
            <translation>Волны и спектры</translation>
        </message>
        <message>
            <source>Click to put the cursor to a place, drag to select; the wheel zooms, Shift and the wheel move the view; with Ctrl, over spectra, frequencies. All of it can be done by the keys of the Compare menu.</source>
            <translation>Щелчок ставит курсор, перетаскивание выделяет; колесо меняет масштаб, Shift и колесо сдвигают вид; с Ctrl над спектрами — частоты. Всё это можно сделать клавишами из меню «Сравнение».</translation>
        </message>
        <message>
            <source>Choose above what is to be seen.</source>
            <translation>Выберите выше, что показать.</translation>
        </message>
    </context>
    <context>
        <name>LevelMeter</name>
        <message>
            <source>Level</source>
            <translation>Уровень</translation>
        </message>
        <message>
            <source>What the sound device is given, in dBFS: the pale bar is the highest sample, the dark one the mean (RMS), the line the peak of the last 1.5 seconds. The lamp says that full scale was reached; a click puts it out.</source>
            <translation>Что получает звуковое устройство, в dBFS: бледная полоса — наибольший отсчёт, тёмная — среднее (RMS), линия — пик за последние 1,5 секунды. Индикатор загорается при достижении полной шкалы; щелчок его гасит.</translation>
        </message>
        <message>
            <source>channel {number}: mean {mean} dB, peak {peak} dB</source>
            <translation>канал {number}: среднее {mean} дБ, пик {peak} дБ</translation>
        </message>
        <message>
            <source>full scale was reached</source>
            <translation>достигнут максимум шкалы</translation>
        </message>
    </context>
    <context>
        <name>LogDialog</name>
        <message>
            <source>Log</source>
            <translation>Журнал</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>Пока ничего не произошло.</translation>
        </message>
        <message>
            <source>Copy for a bug report</source>
            <translation>Копировать для отчёта об ошибке</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>The settings were damaged and start afresh; the old ones are in {path}</source>
            <translation>Настройки были повреждены и начаты заново; старые лежат в {path}</translation>
        </message>
        <message>
            <source>ROAD Studio</source>
            <translation>ROAD Studio</translation>
        </message>
        <message>
            <source>Files are being converted. Stop and quit?</source>
            <translation>Идёт конвертация файлов. Остановить и выйти?</translation>
        </message>
        <message>
            <source>Files are being converted and codecs measured. Stop and quit?</source>
            <translation>Идёт конвертация файлов и измерение кодеков. Остановить и выйти?</translation>
        </message>
        <message>
            <source>Codecs are being measured. Stop and quit?</source>
            <translation>Идёт измерение кодеков. Остановить и выйти?</translation>
        </message>
        <message>
            <source>What is unfinished is removed, and will be in the queue next time.</source>
            <translation>Незаконченное удаляется и в следующий раз снова будет в очереди.</translation>
        </message>
        <message>
            <source>Results that you have not saved are lost.</source>
            <translation>Несохранённые результаты будут потеряны.</translation>
        </message>
        <message>
            <source>Stop and quit</source>
            <translation>Остановить и выйти</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Drop to listen</source>
            <translation>Отпустите, чтобы слушать</translation>
        </message>
        <message>
            <source>Drop to compare</source>
            <translation>Отпустите, чтобы сравнить</translation>
        </message>
        <message>
            <source>Drop to compare codecs</source>
            <translation>Отпустите, чтобы сравнить кодеки</translation>
        </message>
        <message>
            <source>Drop to look into it</source>
            <translation>Отпустите, чтобы заглянуть внутрь</translation>
        </message>
        <message>
            <source>Drop to add to the queue</source>
            <translation>Отпустите, чтобы добавить в очередь</translation>
        </message>
        <message>
            <source>Another window is open: the queue of this one is not kept</source>
            <translation>Открыто другое окно: очередь этого окна не сохраняется</translation>
        </message>
        <message>
            <source>The saved queue was damaged; it is in {path}</source>
            <translation>Сохранённая очередь была повреждена; она лежит в {path}</translation>
        </message>
        <message>
            <source>The language changes at the next start</source>
            <translation>Язык сменится при следующем запуске</translation>
        </message>
        <message>
            <source>Converting – {title}</source>
            <translation>Конвертация — {title}</translation>
        </message>
        <message>
            <source>Set everything back to how it was at the first start?</source>
            <translation>Вернуть всё к тому, как было при первом запуске?</translation>
        </message>
        <message>
            <source>The window closes and opens anew. Your files, your presets and the queue stay.</source>
            <translation>Окно закроется и откроется заново. Ваши файлы, пресеты и очередь останутся.</translation>
        </message>
        <message>
            <source>Reset settings</source>
            <translation>Сбросить настройки</translation>
        </message>
        <message>
            <source>Keep them</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Open a ROAD file</source>
            <translation>Открыть файл ROAD</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <source>Save the decoded sound</source>
            <translation>Сохранить декодированный звук</translation>
        </message>
        <message>
            <source>Sounds (*.wav *.flac *.aiff *.caf *.ogg *.opus *.mp3)</source>
            <translation>Звуки (*.wav *.flac *.aiff *.caf *.ogg *.opus *.mp3)</translation>
        </message>
        <message>
            <source>{name} is there already. Replace it?</source>
            <translation>{name} уже существует. Заменить?</translation>
        </message>
    </context>
    <context>
        <name>MapDetail</name>
        <message>
            <source>The chosen map, step by step</source>
            <translation>Выбранное отображение, шаг за шагом</translation>
        </message>
        <message>
            <source>Choose a range: its map is shown here, step by step.</source>
            <translation>Выберите ранговый блок: здесь будет показано его отображение, шаг за шагом.</translation>
        </message>
        <message>
            <source>A silent block has no map: its mean is all that is kept.</source>
            <translation>У тихого блока нет отображения: хранится только его среднее.</translation>
        </message>
        <message>
            <source>mirrored</source>
            <translation>отражён</translation>
        </message>
        <message>
            <source>not mirrored</source>
            <translation>не отражён</translation>
        </message>
        <message>
            <source>Domain: {n} samples</source>
            <translation>Домен: {n} отсч.</translation>
        </message>
        <message>
            <source>shrunken to {n}</source>
            <translation>сжат до {n}</translation>
        </message>
        <message>
            <source>× {scale} + mean</source>
            <translation>× {scale} + среднее</translation>
        </message>
        <message>
            <source>error {error} ({level})</source>
            <translation>ошибка {error} ({level})</translation>
        </message>
    </context>
    <context>
        <name>MarkingAxis</name>
        <message>
            <source>Drag to loop a stretch; drag its ends to change it; double click to end it</source>
            <translation>Протяните, чтобы зациклить фрагмент; тяните за края, чтобы изменить его; двойной щелчок убирает цикл</translation>
        </message>
    </context>
    <context>
        <name>Measures</name>
        <message>
            <source>SNR</source>
            <translation>ОСШ</translation>
        </message>
        <message>
            <source>Signal-to-noise ratio: the energy of the original over that of the error. The higher, the nearer are the samples; it punishes changes that nobody hears.</source>
            <translation>Отношение сигнал/шум: энергия оригинала относительно энергии ошибки. Чем выше, тем ближе отсчёты; штрафует и за неслышимые изменения.</translation>
        </message>
        <message>
            <source>Segmental SNR</source>
            <translation>Сегментное ОСШ</translation>
        </message>
        <message>
            <source>The mean of the SNRs of pieces of 20 ms, each held between −10 and 35 dB, silence left out. Soft passages count as much as loud ones.</source>
            <translation>Среднее ОСШ отрезков по 20 мс, каждое в пределах от −10 до 35 дБ, тишина пропущена. Тихие места значат столько же, сколько громкие.</translation>
        </message>
        <message>
            <source>SI-SDR</source>
            <translation>SI-SDR</translation>
        </message>
        <message>
            <source>Scale-invariant signal-to-distortion ratio: the SNR after the volumes were made equal.</source>
            <translation>Отношение сигнал/искажения без учёта масштаба: ОСШ после выравнивания громкости.</translation>
        </message>
        <message>
            <source>Spectral distance</source>
            <translation>Спектры (LSD)</translation>
        </message>
        <message>
            <source>Log-spectral distance: how far the spectra are apart, on average over time and frequency. 0 dB is equal; a band limit costs much, even where nobody hears it.</source>
            <translation>Логарифмическое спектральное расстояние: насколько расходятся спектры в среднем по времени и частоте. 0 дБ — равны; ограничение полосы обходится дорого, даже если его никто не слышит.</translation>
        </message>
        <message>
            <source>Envelope difference</source>
            <translation>Огибающие</translation>
        </message>
        <message>
            <source>How far the levels of pieces of 20 ms are apart, whatever the waves do. 0 dB is equal.</source>
            <translation>Насколько расходятся уровни отрезков по 20 мс, что бы ни делали волны. 0 дБ — равны.</translation>
        </message>
        <message>
            <source>Peak error</source>
            <translation>Пиковая ошибка</translation>
        </message>
        <message>
            <source>The largest difference of two samples; 0 dBFS is full scale.</source>
            <translation>Наибольшая разность двух отсчётов; 0 dBFS — полная шкала.</translation>
        </message>
        <message>
            <source>MSE</source>
            <translation>MSE</translation>
        </message>
        <message>
            <source>Mean squared error of the samples; 1 is full scale.</source>
            <translation>Средний квадрат ошибки отсчётов; 1 — полная шкала.</translation>
        </message>
        <message>
            <source>Correlation</source>
            <translation>Корреляция</translation>
        </message>
        <message>
            <source>Pearson's correlation of the samples: 1 for the same shape, 0 for nothing in common, −1 for the sign turned.</source>
            <translation>Корреляция Пирсона между отсчётами: 1 — одинаковая форма, 0 — ничего общего, −1 — обратный знак.</translation>
        </message>
        <message>
            <source>Lag</source>
            <translation>Сдвиг</translation>
        </message>
        <message>
            <source>By how much the decoded sound comes later. Both were lined up by it before anything was drawn or measured.</source>
            <translation>На сколько декодированный звук приходит позже. На эту величину звуки совмещены до рисования и измерений.</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>Сравнено</translation>
        </message>
        <message>
            <source>How much sound was measured.</source>
            <translation>Сколько звука измерено.</translation>
        </message>
        <message>
            <source>Original file</source>
            <translation>Файл оригинала</translation>
        </message>
        <message>
            <source>Size of the original's file, as it lies on the disk.</source>
            <translation>Размер файла оригинала на диске.</translation>
        </message>
        <message>
            <source>Encoded file</source>
            <translation>Файл кодека</translation>
        </message>
        <message>
            <source>Size of the encoded file.</source>
            <translation>Размер закодированного файла.</translation>
        </message>
        <message>
            <source>Original : encoded</source>
            <translation>Степень сжатия</translation>
        </message>
        <message>
            <source>How many times smaller the encoded file is.</source>
            <translation>Во сколько раз меньше закодированный файл.</translation>
        </message>
        <message>
            <source>Bits per sample</source>
            <translation>Бит на отсчёт</translation>
        </message>
        <message>
            <source>Encoded bits for each sample of one channel.</source>
            <translation>Закодированных бит на отсчёт одного канала.</translation>
        </message>
        <message>
            <source>Bit rate</source>
            <translation>Битрейт</translation>
        </message>
        <message>
            <source>Thousands of encoded bits for a second of sound.</source>
            <translation>Тысяч закодированных бит на секунду звука.</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;Recent files</source>
            <translation>&amp;Недавние файлы</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Файл</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>&amp;Очередь</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>Вос&amp;произведение</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Сравнение</translation>
        </message>
        <message>
            <source>F&amp;ractal</source>
            <translation>Фрак&amp;тал</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Вид</translation>
        </message>
        <message>
            <source>&amp;Columns of the queue</source>
            <translation>Столбцы о&amp;череди</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>Сп&amp;равка</translation>
        </message>
        <message>
            <source>C&amp;odecs</source>
            <translation>Ко&amp;деки</translation>
        </message>
        <message>
            <source>Sh&amp;ow in the plot</source>
            <translation>Показать на гра&amp;фике</translation>
        </message>
        <message>
            <source>Sort b&amp;y</source>
            <translation>Сортиро&amp;вка</translation>
        </message>
        <message>
            <source>Col&amp;umns</source>
            <translation>Стол&amp;бцы</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>Т&amp;ема</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>Как в &amp;системе</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>С&amp;ветлая</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Тёмная</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>&amp;Язык</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Пока нет</translation>
        </message>
        <message>
            <source>&amp;Bring the list back</source>
            <translation>&amp;Вернуть список</translation>
        </message>
        <message>
            <source>&amp;Clear list</source>
            <translation>&amp;Очистить список</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Not enough memory</source>
            <translation>Недостаточно памяти</translation>
        </message>
        <message>
            <source>Close other programs, or do fewer at once.</source>
            <translation>Закройте другие программы или делайте меньше одновременно.</translation>
        </message>
        <message>
            <source>Internal fault</source>
            <translation>Внутренняя ошибка</translation>
        </message>
        <message>
            <source>This is a fault of the program ({kind}). Help › Copy for a bug report tells more.</source>
            <translation>Это ошибка программы ({kind}). Подробнее: «Справка › Копировать для отчёта об ошибке».</translation>
        </message>
        <message>
            <source>Damaged or unknown file</source>
            <translation>Файл повреждён или неизвестен</translation>
        </message>
        <message>
            <source>Not supported</source>
            <translation>Не поддерживается</translation>
        </message>
        <message>
            <source>Too large</source>
            <translation>Слишком велико</translation>
        </message>
        <message>
            <source>Setting does not fit</source>
            <translation>Настройка не подходит</translation>
        </message>
        <message>
            <source>Cannot be read</source>
            <translation>Не читается</translation>
        </message>
        <message>
            <source>Cannot be written</source>
            <translation>Не записывается</translation>
        </message>
        <message>
            <source>A part is missing</source>
            <translation>Не хватает компонента</translation>
        </message>
        <message>
            <source>The machine cannot do it</source>
            <translation>Компьютер этого не может</translation>
        </message>
        <message>
            <source>Cannot be done</source>
            <translation>Невозможно выполнить</translation>
        </message>
        <message>
            <source>the file</source>
            <translation>файл</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Не найдено</translation>
        </message>
        <message>
            <source>{name} is not there any more.</source>
            <translation>Файла {name} больше нет.</translation>
        </message>
        <message>
            <source>No permission</source>
            <translation>Нет прав доступа</translation>
        </message>
        <message>
            <source>{name} may not be opened by you.</source>
            <translation>У вас нет права открыть {name}.</translation>
        </message>
        <message>
            <source>{name} may not be changed by you.</source>
            <translation>У вас нет права изменить {name}.</translation>
        </message>
        <message>
            <source>{name} is on a disk that cannot be written to.</source>
            <translation>{name} на диске, куда нельзя писать.</translation>
        </message>
        <message>
            <source>Disk full</source>
            <translation>Диск заполнен</translation>
        </message>
        <message>
            <source>There is no room left for {name}.</source>
            <translation>Для {name} не осталось места.</translation>
        </message>
        <message>
            <source>{name} is a folder.</source>
            <translation>{name} — это папка.</translation>
        </message>
        <message>
            <source>The name {name} is too long.</source>
            <translation>Имя {name} слишком длинное.</translation>
        </message>
        <message>
            <source>The system refused</source>
            <translation>Отказ системы</translation>
        </message>
    </context>
    <context>
        <name>MetricsModel</name>
        <message>
            <source>Measure</source>
            <translation>Показатель</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>Целиком</translation>
        </message>
        <message>
            <source>Selection</source>
            <translation>Выделение</translation>
        </message>
    </context>
    <context>
        <name>MetricsView</name>
        <message>
            <source>Measures of the whole sound and of the selection</source>
            <translation>Показатели всего звука и выделения</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Pages</source>
            <translation>Страницы</translation>
        </message>
    </context>
    <context>
        <name>OptionsForm</name>
        <message>
            <source>Output rate</source>
            <translation>Частота на выходе</translation>
        </message>
        <message>
            <source>Above the original rate a fractal has detail of its own to show.</source>
            <translation>Выше исходной частоты фрактал показывает собственные детали.</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>Тип файла</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Восстановить значения по умолчанию</translation>
        </message>
        <message>
            <source>¼ × the original rate</source>
            <translation>¼ × исходной частоты</translation>
        </message>
        <message>
            <source>½ × the original rate</source>
            <translation>½ × исходной частоты</translation>
        </message>
        <message>
            <source>Original rate</source>
            <translation>Исходная частота</translation>
        </message>
        <message>
            <source>2 × the original rate</source>
            <translation>2 × исходной частоты</translation>
        </message>
        <message>
            <source>4 × the original rate</source>
            <translation>4 × исходной частоты</translation>
        </message>
        <message>
            <source>8 × the original rate</source>
            <translation>8 × исходной частоты</translation>
        </message>
        <message>
            <source>WAV</source>
            <translation>WAV</translation>
        </message>
        <message>
            <source>FLAC</source>
            <translation>FLAC</translation>
        </message>
        <message>
            <source>AIFF</source>
            <translation>AIFF</translation>
        </message>
        <message>
            <source>CAF</source>
            <translation>CAF</translation>
        </message>
        <message>
            <source>Ogg Vorbis</source>
            <translation>Ogg Vorbis</translation>
        </message>
        <message>
            <source>Opus</source>
            <translation>Opus</translation>
        </message>
        <message>
            <source>MP3</source>
            <translation>MP3</translation>
        </message>
    </context>
    <context>
        <name>Outcomes</name>
        <message>
            <source>&amp;Retry failed</source>
            <translation>Повторить &amp;неудачные</translation>
        </message>
        <message>
            <source>Convert the files that failed once more</source>
            <translation>Ещё раз конвертировать файлы, которые не удались</translation>
        </message>
        <message>
            <source>{name} is not encoded yet</source>
            <translation>{name} ещё не закодирован</translation>
        </message>
        <message>
            <source>The report is on the clipboard</source>
            <translation>Отчёт в буфере обмена</translation>
        </message>
    </context>
    <context>
        <name>Output</name>
        <message>
            <source>“{device}” cannot be opened: {reason}.</source>
            <translation>Не удалось открыть «{device}»: {reason}.</translation>
        </message>
        <message>
            <source>“{device}” does not play: {reason}.</source>
            <translation>«{device}» не воспроизводит: {reason}.</translation>
        </message>
        <message>
            <source>Sound cannot be played here: the Debian package libportaudio2 is missing. Install it and start the program again; everything else works without it.</source>
            <translation>Воспроизвести звук здесь нельзя: нет пакета Debian libportaudio2. Установите его и перезапустите программу; всё остальное работает и без него.</translation>
        </message>
        <message>
            <source>No sound device was found. Everything else works.</source>
            <translation>Звуковое устройство не найдено. Всё остальное работает.</translation>
        </message>
    </context>
    <context>
        <name>OutputForm</name>
        <message>
            <source>Choose…</source>
            <translation>Выбрать…</translation>
        </message>
        <message>
            <source>Keep the folders of the sources</source>
            <translation>Сохранять папки источников</translation>
        </message>
        <message>
            <source>Copy the other files of the folders</source>
            <translation>Копировать остальные файлы папок</translation>
        </message>
        <message>
            <source>Keep the dates of the sources</source>
            <translation>Сохранять даты источников</translation>
        </message>
        <message>
            <source>Measure the quality afterwards</source>
            <translation>Измерить качество после</translation>
        </message>
        <message>
            <source>Folder for converted files</source>
            <translation>Папка для готовых файлов</translation>
        </message>
        <message>
            <source>Beside each source</source>
            <translation>Рядом с каждым источником</translation>
        </message>
        <message>
            <source>In one folder</source>
            <translation>В одну папку</translation>
        </message>
        <message>
            <source>Ask before the start</source>
            <translation>Спросить перед запуском</translation>
        </message>
        <message>
            <source>Skip the file</source>
            <translation>Пропустить файл</translation>
        </message>
        <message>
            <source>Skip it if newer and whole</source>
            <translation>Пропустить, если новее и цел</translation>
        </message>
        <message>
            <source>Number the new file</source>
            <translation>Нумеровать новый файл</translation>
        </message>
        <message>
            <source>Overwrite</source>
            <translation>Перезаписать</translation>
        </message>
        <message>
            <source>A single file uses all processors; more at once help with many short files.</source>
            <translation>Один файл занимает все процессоры; больше одновременно полезно при многих коротких файлах.</translation>
        </message>
        <message>
            <source>What was dropped as a folder keeps the folders in it. Otherwise all files lie side by side, and equal names are numbered.</source>
            <translation>Перетащенное папкой сохраняет вложенные папки. Иначе все файлы лежат рядом, а одинаковые имена нумеруются.</translation>
        </message>
        <message>
            <source>Covers, booklets, cue sheets and whatever else lies in the folders that were dropped comes along, once their sounds are done.</source>
            <translation>Обложки, буклеты, файлы CUE и всё остальное, что лежит в перетащенных папках, копируется следом, когда их звуки готовы.</translation>
        </message>
        <message>
            <source>New files get the date of the file they were made of.</source>
            <translation>Новые файлы получают дату файла, из которого сделаны.</translation>
        </message>
        <message>
            <source>Decodes each file once it is encoded and compares it with its source: the column SNR says how close it is. Takes about half as long again.</source>
            <translation>Декодирует каждый файл после кодирования и сравнивает с источником: столбец «ОСШ» показывает близость. Занимает примерно в полтора раза больше времени.</translation>
        </message>
        <message>
            <source>Save to</source>
            <translation>Сохранять в</translation>
        </message>
        <message>
            <source>If the file is there already</source>
            <translation>Если файл уже есть</translation>
        </message>
        <message>
            <source>Files at once</source>
            <translation>Файлов сразу</translation>
        </message>
    </context>
    <context>
        <name>OverviewBar</name>
        <message>
            <source>Overview</source>
            <translation>Обзор</translation>
        </message>
        <message>
            <source>The whole sound; the frame is what is seen. Page Up and Page Down move it.</source>
            <translation>Весь звук; рамка — видимое. Её двигают Page Up и Page Down.</translation>
        </message>
        <message>
            <source>The whole sound. Drag the frame to move the view, pull its ends to zoom.</source>
            <translation>Весь звук. Перетащите рамку, чтобы сдвинуть вид; тяните за края, чтобы изменить масштаб.</translation>
        </message>
    </context>
    <context>
        <name>PageActions</name>
        <message>
            <source>Zoom &amp;in</source>
            <translation>Уве&amp;личить</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>&amp;Уменьшить</translation>
        </message>
    </context>
    <context>
        <name>PairCard</name>
        <message>
            <source>Original</source>
            <translation>Оригинал</translation>
        </message>
        <message>
            <source>Decoded</source>
            <translation>Декодированный</translation>
        </message>
        <message>
            <source>Lag</source>
            <translation>Сдвиг</translation>
        </message>
        <message>
            <source>By how much the decoded sound comes later; it was moved by that. Found by correlation in the first 30 seconds, which are alike to {share}.</source>
            <translation>На сколько декодированный звук приходит позже; на столько он сдвинут. Найдено корреляцией в первых 30 секундах, сходство {share}.</translation>
        </message>
        <message>
            <source>Lag: {lag}</source>
            <translation>Сдвиг: {lag}</translation>
        </message>
        <message>
            <source>The two sounds have nothing in common: are they of one recording?</source>
            <translation>У этих звуков нет ничего общего: это одна и та же запись?</translation>
        </message>
    </context>
    <context>
        <name>Pairing</name>
        <message>
            <source>{seconds} s longer than the decoded sound: is it the one?</source>
            <translation>на {seconds} с длиннее декодированного звука: тот ли это файл?</translation>
        </message>
        <message>
            <source>{seconds} s shorter than the decoded sound: is it the one?</source>
            <translation>на {seconds} с короче декодированного звука: тот ли это файл?</translation>
        </message>
    </context>
    <context>
        <name>Parameters</name>
        <message>
            <source>File layout</source>
            <translation>Структура файла</translation>
        </message>
        <message>
            <source>Exactly as the original program</source>
            <translation>В точности как исходная программа</translation>
        </message>
        <message>
            <source>Smallest range</source>
            <translation>Наименьший ранговый блок</translation>
        </message>
        <message>
            <source>Superframe</source>
            <translation>Суперкадр</translation>
        </message>
        <message>
            <source>Stereo</source>
            <translation>Стерео</translation>
        </message>
        <message>
            <source>Silence threshold</source>
            <translation>Порог тишины</translation>
        </message>
        <message>
            <source>Error allowed in a range</source>
            <translation>Допустимая ошибка в ранговом блоке</translation>
        </message>
        <message>
            <source>Output for each range</source>
            <translation>На каждый ранговый блок</translation>
        </message>
        <message>
            <source>Exact output rate</source>
            <translation>Точная частота на выходе</translation>
        </message>
        <message>
            <source>Sample type</source>
            <translation>Формат отсчётов</translation>
        </message>
        <message>
            <source>Size of a sample</source>
            <translation>Размер отсчёта</translation>
        </message>
        <message>
            <source>Threshold of a turn</source>
            <translation>Порог поворота</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>Способ</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Блок</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Полосы</translation>
        </message>
        <message>
            <source>Shorter blocks at attacks</source>
            <translation>Короткие блоки на атаках</translation>
        </message>
        <message>
            <source>Shorter codes for frequent indices</source>
            <translation>Короткие коды частых индексов</translation>
        </message>
        <message>
            <source>A bit for the sign of the error</source>
            <translation>Бит знака ошибки</translation>
        </message>
        <message>
            <source>Number that makes the signs</source>
            <translation>Число, задающее знаки</translation>
        </message>
        <message>
            <source>Order of the maps</source>
            <translation>Порядок отображений</translation>
        </message>
        <message>
            <source>Seed of the random order</source>
            <translation>Начальное число случайного порядка</translation>
        </message>
        <message>
            <source>Passes over the maps</source>
            <translation>Проходы отображений</translation>
        </message>
        <message>
            <source>As the old player did</source>
            <translation>Как старый плеер</translation>
        </message>
        <message>
            <source>Scale codes are divided by</source>
            <translation>Делитель кодов масштаба</translation>
        </message>
        <message>
            <source>Save what is whole of damaged files</source>
            <translation>Спасать повреждённые файлы</translation>
        </message>
    </context>
    <context>
        <name>ParamsForm</name>
        <message>
            <source>More settings</source>
            <translation>Ещё настройки</translation>
        </message>
    </context>
    <context>
        <name>PassesBar</name>
        <message>
            <source>Passes</source>
            <translation>Проходы</translation>
        </message>
        <message>
            <source>How often all maps have been applied; 0: the means alone</source>
            <translation>Сколько раз применены все отображения; 0 — одни средние</translation>
        </message>
        <message>
            <source>What each pass has brought</source>
            <translation>Что дал каждый проход</translation>
        </message>
        <message>
            <source>Speed of the animation</source>
            <translation>Скорость показа</translation>
        </message>
        <message>
            <source>How fast the passes follow each other</source>
            <translation>Как быстро проходы следуют друг за другом</translation>
        </message>
        <message>
            <source>in sequence</source>
            <translation>по порядку</translation>
        </message>
        <message>
            <source>by coin toss</source>
            <translation>по монете</translation>
        </message>
        <message>
            <source>shuffled</source>
            <translation>вперемешку</translation>
        </message>
        <message>
            <source>{times} × rate</source>
            <translation>{times} × частота</translation>
        </message>
        <message>
            <source>Over-clocking: the same maps at twice or four times the sample rate</source>
            <translation>Сверхдискретизация: те же отображения на вдвое или вчетверо большей частоте дискретизации</translation>
        </message>
        <message>
            <source>What the curve shows</source>
            <translation>Что показывает кривая</translation>
        </message>
        <message>
            <source>SNR, to the original</source>
            <translation>ОСШ к оригиналу</translation>
        </message>
        <message>
            <source>Distance to the end</source>
            <translation>До предела</translation>
        </message>
        <message>
            <source>Collage error</source>
            <translation>Ошибка коллажа</translation>
        </message>
        <message>
            <source>Of all frames of the superframe, in this channel, after each pass</source>
            <translation>По всем кадрам суперкадра в этом канале после каждого прохода</translation>
        </message>
        <message>
            <source>Signal-to-noise ratio: the decoded sound against the original</source>
            <translation>Отношение сигнал/шум: декодированный звук относительно оригинала</translation>
        </message>
        <message>
            <source>What applying all maps at once would still change: the collage error of the sound</source>
            <translation>Что ещё изменило бы применение всех отображений сразу: ошибка коллажа звука</translation>
        </message>
        <message>
            <source>What is missing to the fixed point, where passes change nothing more</source>
            <translation>Сколько не хватает до неподвижной точки, где проходы уже ничего не меняют</translation>
        </message>
        <message>
            <source>P&amp;ause</source>
            <translation>&amp;Пауза</translation>
        </message>
        <message>
            <source>&amp;Animate</source>
            <translation>Показа&amp;ть</translation>
        </message>
        <message>
            <source>Order of the maps</source>
            <translation>Порядок отображений</translation>
        </message>
        <message>
            <source>In which order maps are applied; in the end it does not matter</source>
            <translation>В каком порядке применяются отображения; в итоге он не важен</translation>
        </message>
        <message>
            <source>Output samples for each original one</source>
            <translation>Выходных отсчётов на каждый исходный</translation>
        </message>
        <message numerus="yes">
            <source>%n pass(es)</source>
            <translation>
                <numerusform>%n проход</numerusform>
                <numerusform>%n прохода</numerusform>
                <numerusform>%n проходов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PassesChoice</name>
        <message>
            <source>How often all maps are applied. With 0 you hear the steps of the seed, and each pass brings finer detail; after four hardly anything changes.</source>
            <translation>Сколько раз применяются все отображения. При 0 слышны ступени затравки, каждый проход добавляет детали; после четырёх почти ничего не меняется.</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>Проходы</translation>
        </message>
        <message>
            <source>Passes, from 0 to 8</source>
            <translation>Проходы, от 0 до 8</translation>
        </message>
        <message>
            <source> – the file's own</source>
            <translation> — как в файле</translation>
        </message>
    </context>
    <context>
        <name>PatternField</name>
        <message>
            <source>Names</source>
            <translation>Имена</translation>
        </message>
        <message>
            <source>What files are called, without the ending: fields in braces stand for what is known of a file, a slash makes a folder. Empty: as the sources.</source>
            <translation>Как называть файлы, без расширения: поля в фигурных скобках — то, что известно о файле, косая черта создаёт папку. Пусто: как у источников.</translation>
        </message>
        <message>
            <source>name of the source</source>
            <translation>имя источника</translation>
        </message>
        <message>
            <source>codec</source>
            <translation>кодек</translation>
        </message>
        <message>
            <source>preset</source>
            <translation>пресет</translation>
        </message>
        <message>
            <source>title, or the name</source>
            <translation>название или имя</translation>
        </message>
        <message>
            <source>artist</source>
            <translation>исполнитель</translation>
        </message>
        <message>
            <source>album</source>
            <translation>альбом</translation>
        </message>
        <message>
            <source>number of the track</source>
            <translation>номер дорожки</translation>
        </message>
        <message>
            <source>folder of the source</source>
            <translation>папка источника</translation>
        </message>
        <message>
            <source>Insert a field into the names</source>
            <translation>Вставить поле в имена</translation>
        </message>
        <message>
            <source>Insert what is known of a file</source>
            <translation>Вставить известное о файле</translation>
        </message>
    </context>
    <context>
        <name>Player</name>
        <message>
            <source>{rate} (original)</source>
            <translation>{rate} (исходная)</translation>
        </message>
        <message>
            <source>{rate} ({times} over-clocked)</source>
            <translation>{rate} (сверхдискр. {times})</translation>
        </message>
        <message>
            <source>{rate} ({times} the original)</source>
            <translation>{rate} ({times} от исходной)</translation>
        </message>
        <message>
            <source>mono</source>
            <translation>моно</translation>
        </message>
        <message>
            <source>stereo</source>
            <translation>стерео</translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%n канал</numerusform>
                <numerusform>%n канала</numerusform>
                <numerusform>%n каналов</numerusform>
            </translation>
        </message>
        <message>
            <source>32 bits float</source>
            <translation>32 бита с плавающей точкой</translation>
        </message>
        <message>
            <source>{bits} bits</source>
            <translation>{bits} бит</translation>
        </message>
        <message>
            <source>Playing {rate}</source>
            <translation>Звучит {rate}</translation>
        </message>
        <message>
            <source>{rate}, played at {played}</source>
            <translation>{rate}, воспроизводится на {played}</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Оригинал</translation>
        </message>
        <message>
            <source>Decoded sound</source>
            <translation>Декодированный звук</translation>
        </message>
        <message>
            <source>Seed (prelisten)</source>
            <translation>Затравка (предпрослушивание)</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>Decoded</source>
            <translation>Декодированный</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Затравка</translation>
        </message>
        <message>
            <source>{gain} dB</source>
            <translation>{gain} дБ</translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s) late ({milliseconds} ms)</source>
            <translation>
                <numerusform>на %n отсчёт позже ({milliseconds} мс)</numerusform>
                <numerusform>на %n отсчёта позже ({milliseconds} мс)</numerusform>
                <numerusform>на %n отсчётов позже ({milliseconds} мс)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s) early ({milliseconds} ms)</source>
            <translation>
                <numerusform>на %n отсчёт раньше ({milliseconds} мс)</numerusform>
                <numerusform>на %n отсчёта раньше ({milliseconds} мс)</numerusform>
                <numerusform>на %n отсчётов раньше ({milliseconds} мс)</numerusform>
            </translation>
        </message>
        <message>
            <source>Changes are heard after {number} ms</source>
            <translation>Изменения слышны через {number} мс</translation>
        </message>
    </context>
    <context>
        <name>PlayerActions</name>
        <message>
            <source>&amp;Play</source>
            <translation>&amp;Воспроизвести</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Воспроизвести или пауза</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Стоп</translation>
        </message>
        <message>
            <source>Stop and go to the beginning</source>
            <translation>Остановить и вернуться в начало</translation>
        </message>
        <message>
            <source>Go to the &amp;beginning</source>
            <translation>В &amp;начало</translation>
        </message>
        <message>
            <source>Go to the &amp;end</source>
            <translation>В &amp;конец</translation>
        </message>
        <message>
            <source>Back 1 second</source>
            <translation>Назад на 1 секунду</translation>
        </message>
        <message>
            <source>Forward 1 second</source>
            <translation>Вперёд на 1 секунду</translation>
        </message>
        <message>
            <source>Back 5 seconds</source>
            <translation>Назад на 5 секунд</translation>
        </message>
        <message>
            <source>Forward 5 seconds</source>
            <translation>Вперёд на 5 секунд</translation>
        </message>
        <message>
            <source>Back 30 seconds</source>
            <translation>Назад на 30 секунд</translation>
        </message>
        <message>
            <source>Forward 30 seconds</source>
            <translation>Вперёд на 30 секунд</translation>
        </message>
        <message>
            <source>To where it begins; codecs without superframes go by packets</source>
            <translation>К его началу; у кодеков без суперкадров — по пакетам</translation>
        </message>
        <message>
            <source>Back one superframe</source>
            <translation>Назад на один суперкадр</translation>
        </message>
        <message>
            <source>Forward one superframe</source>
            <translation>Вперёд на один суперкадр</translation>
        </message>
        <message>
            <source>&amp;Loop</source>
            <translation>&amp;Цикл</translation>
        </message>
        <message>
            <source>Play the marked stretch over and over, or what is seen if none is marked</source>
            <translation>Повторять отмеченный фрагмент или видимое, если ничего не отмечено</translation>
        </message>
        <message>
            <source>Loop from &amp;here</source>
            <translation>Цикл &amp;отсюда</translation>
        </message>
        <message>
            <source>Begin the loop where the sound is</source>
            <translation>Начать цикл в текущей позиции</translation>
        </message>
        <message>
            <source>Loop &amp;to here</source>
            <translation>Цикл &amp;досюда</translation>
        </message>
        <message>
            <source>End the loop where the sound is</source>
            <translation>Закончить цикл в текущей позиции</translation>
        </message>
        <message>
            <source>&amp;Remove the loop</source>
            <translation>&amp;Убрать цикл</translation>
        </message>
        <message>
            <source>Forget the marked stretch</source>
            <translation>Забыть отмеченный фрагмент</translation>
        </message>
        <message>
            <source>Hear the &amp;original</source>
            <translation>Слушать ори&amp;гинал</translation>
        </message>
        <message>
            <source>Hear the &amp;decoded sound</source>
            <translation>Слушать д&amp;екодированный звук</translation>
        </message>
        <message>
            <source>Hear the s&amp;eed</source>
            <translation>Слушать &amp;затравку</translation>
        </message>
        <message>
            <source>Hear the erro&amp;r</source>
            <translation>Слушать о&amp;шибку</translation>
        </message>
        <message>
            <source>S&amp;wap</source>
            <translation>&amp;Переключить</translation>
        </message>
        <message>
            <source>Hear what was heard before, at the same instant</source>
            <translation>Слушать то, что звучало раньше, в той же точке</translation>
        </message>
        <message>
            <source>E&amp;qually loud</source>
            <translation>&amp;Равная громкость</translation>
        </message>
        <message>
            <source>Level original, decoded sound and seed, so that none is the louder one</source>
            <translation>Выровнять оригинал, декодированный звук и затравку, чтобы ни один не был громче</translation>
        </message>
        <message>
            <source>&amp;Choose the original…</source>
            <translation>Выбрать ор&amp;игинал…</translation>
        </message>
        <message>
            <source>Choose the sound that the file was made from</source>
            <translation>Выбрать звук, из которого сделан файл</translation>
        </message>
        <message>
            <source>For&amp;get the original</source>
            <translation>За&amp;быть оригинал</translation>
        </message>
        <message>
            <source>Compare with no original, now and the next time</source>
            <translation>Не сравнивать с оригиналом ни сейчас, ни в следующий раз</translation>
        </message>
        <message>
            <source>L&amp;istening test…</source>
            <translation>С&amp;лепой тест…</translation>
        </message>
        <message>
            <source>Find out by a blind test (ABX) whether you hear a difference</source>
            <translation>Выяснить слепым тестом (ABX), слышите ли вы разницу</translation>
        </message>
        <message>
            <source>&amp;Reshuffle</source>
            <translation>Пере&amp;мешать</translation>
        </message>
        <message>
            <source>Draw another random order of the maps</source>
            <translation>Выбрать другой случайный порядок отображений</translation>
        </message>
        <message>
            <source>&amp;Mute</source>
            <translation>Без звук&amp;а</translation>
        </message>
        <message>
            <source>Mute the sound</source>
            <translation>Выключить звук</translation>
        </message>
        <message>
            <source>&amp;Louder</source>
            <translation>Гром&amp;че</translation>
        </message>
        <message>
            <source>&amp;Quieter</source>
            <translation>&amp;Тише</translation>
        </message>
        <message>
            <source>F&amp;ile details…</source>
            <translation>Сведения о &amp;файле…</translation>
        </message>
        <message>
            <source>Show the header and every field of the file</source>
            <translation>Показать заголовок и каждое поле файла</translation>
        </message>
        <message>
            <source>De&amp;code to file…</source>
            <translation>Декодировать в фа&amp;йл…</translation>
        </message>
        <message>
            <source>Write the decoded sound to a file, with the settings chosen here</source>
            <translation>Записать декодированный звук в файл с выбранными здесь настройками</translation>
        </message>
        <message>
            <source>Show &amp;all</source>
            <translation>Показать вс&amp;ё</translation>
        </message>
        <message>
            <source>Spectr&amp;um</source>
            <translation>Спект&amp;р</translation>
        </message>
        <message>
            <source>Show how loud each frequency is just now</source>
            <translation>Показать громкость каждой частоты в данный момент</translation>
        </message>
        <message>
            <source>Spectro&amp;gram</source>
            <translation>Спектро&amp;грамма</translation>
        </message>
        <message>
            <source>Show how loud each frequency was lately, as colours</source>
            <translation>Показать цветом громкость каждой частоты за последнее время</translation>
        </message>
        <message>
            <source>Logarit&amp;hmic frequencies</source>
            <translation>Лог&amp;арифмические частоты</translation>
        </message>
        <message>
            <source>Give each octave the same room, as ears do</source>
            <translation>Дать каждой октаве одинаковое место, как слышит ухо</translation>
        </message>
        <message>
            <source>log</source>
            <translation>лог.</translation>
        </message>
        <message>
            <source>Position in sa&amp;mples</source>
            <translation>Позиция в &amp;отсчётах</translation>
        </message>
        <message>
            <source>Count samples instead of minutes and seconds</source>
            <translation>Считать отсчёты вместо минут и секунд</translation>
        </message>
    </context>
    <context>
        <name>PlayerPage</name>
        <message>
            <source>Choose a file to listen to</source>
            <translation>Выбор файла для прослушивания</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <source>Shown so far: the sound as far as {share}, then the seed</source>
            <translation>Показано пока: звук до {share}, дальше затравка</translation>
        </message>
        <message>
            <source>Choose the original of {name}</source>
            <translation>Выбор оригинала для {name}</translation>
        </message>
    </context>
    <context>
        <name>PresetBox</name>
        <message>
            <source>Preset</source>
            <translation>Пресет</translation>
        </message>
        <message>
            <source>Settings under a name; the command line has the same ones.</source>
            <translation>Настройки под именем; те же есть и в командной строке.</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>Свои</translation>
        </message>
        <message>
            <source>Values that are no preset: change any below</source>
            <translation>Значения вне пресета: измените любое ниже</translation>
        </message>
    </context>
    <context>
        <name>PresetDialog</name>
        <message>
            <source>Save as a preset</source>
            <translation>Сохранить как пресет</translation>
        </message>
        <message>
            <source>Interviews</source>
            <translation>Интервью</translation>
        </message>
        <message>
            <source>What it is good for</source>
            <translation>Для чего он подходит</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Имя</translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>&amp;Описание</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>There is a preset of that name. Save again to replace it.</source>
            <translation>Пресет с таким именем уже есть. Сохраните ещё раз, чтобы заменить его.</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Заменить</translation>
        </message>
    </context>
    <context>
        <name>PresetMenu</name>
        <message>
            <source>&amp;Save as a preset…</source>
            <translation>&amp;Сохранить как пресет…</translation>
        </message>
        <message>
            <source>Keep these settings under a name</source>
            <translation>Сохранить эти настройки под именем</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Импорт…</translation>
        </message>
        <message>
            <source>Take in a preset that somebody has given you</source>
            <translation>Принять пресет, который вам дали</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Экспорт…</translation>
        </message>
        <message>
            <source>Write this preset to a file to give away</source>
            <translation>Записать этот пресет в файл, чтобы отдать его</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Удалить…</translation>
        </message>
        <message>
            <source>Remove this preset; those shipped stay</source>
            <translation>Удалить этот пресет; встроенные остаются</translation>
        </message>
        <message>
            <source>Presets: save, import, export, delete</source>
            <translation>Пресеты: сохранить, импорт, экспорт, удалить</translation>
        </message>
        <message>
            <source>Save, import, export or delete presets</source>
            <translation>Сохранить, импортировать, экспортировать или удалить пресеты</translation>
        </message>
        <message>
            <source>Import a preset</source>
            <translation>Импорт пресета</translation>
        </message>
        <message>
            <source>There is a preset of that name already. Replace it?</source>
            <translation>Пресет с таким именем уже есть. Заменить?</translation>
        </message>
        <message>
            <source>Export the preset</source>
            <translation>Экспорт пресета</translation>
        </message>
        <message>
            <source>Delete the preset {name}? Its settings stay in the form.</source>
            <translation>Удалить пресет {name}? Его настройки останутся в форме.</translation>
        </message>
        <message>
            <source>Presets</source>
            <translation>Пресеты</translation>
        </message>
        <message>
            <source>Presets (*.json)</source>
            <translation>Пресеты (*.json)</translation>
        </message>
    </context>
    <context>
        <name>QueueEditor</name>
        <message numerus="yes">
            <source>Removing %n file(s)</source>
            <translation>
                <numerusform>Убрать %n файл</numerusform>
                <numerusform>Убрать %n файла</numerusform>
                <numerusform>Убрать %n файлов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Clearing %n file(s)</source>
            <translation>
                <numerusform>Очистить %n файл</numerusform>
                <numerusform>Очистить %n файла</numerusform>
                <numerusform>Очистить %n файлов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Moving %n file(s)</source>
            <translation>
                <numerusform>Переместить %n файл</numerusform>
                <numerusform>Переместить %n файла</numerusform>
                <numerusform>Переместить %n файлов</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Отменить</translation>
        </message>
        <message>
            <source>Re&amp;do</source>
            <translation>Вернут&amp;ь</translation>
        </message>
    </context>
    <context>
        <name>QueueExchange</name>
        <message>
            <source>Export the queue</source>
            <translation>Экспорт очереди</translation>
        </message>
        <message>
            <source>Import a queue</source>
            <translation>Импорт очереди</translation>
        </message>
        <message>
            <source>Queues (*.json)</source>
            <translation>Очереди (*.json)</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written to {path}</source>
            <translation>
                <numerusform>%n файл записан в {path}</numerusform>
                <numerusform>%n файла записаны в {path}</numerusform>
                <numerusform>%n файлов записаны в {path}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueModel</name>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Codec</source>
            <translation>Кодек</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Пресет</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Ход</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Скорость</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Осталось</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Размер</translation>
        </message>
        <message>
            <source>Ratio</source>
            <translation>Доля</translation>
        </message>
        <message>
            <source>SNR</source>
            <translation>ОСШ</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Сообщение</translation>
        </message>
        <message>
            <source>Seconds of sound for each second of work</source>
            <translation>Секунд звука за секунду работы</translation>
        </message>
        <message>
            <source>Size of the file before and after</source>
            <translation>Размер файла до и после</translation>
        </message>
        <message>
            <source>Size after as a share of the size before</source>
            <translation>Размер после как доля размера до</translation>
        </message>
        <message>
            <source>Signal to noise: how close the result is, if that was measured</source>
            <translation>Сигнал/шум: насколько близок результат, если это измерено</translation>
        </message>
        <message>
            <source>Own settings</source>
            <translation>Свои настройки</translation>
        </message>
        <message>
            <source>becomes {target}</source>
            <translation>станет {target}</translation>
        </message>
        <message>
            <source>is turned back into sound</source>
            <translation>превращается обратно в звук</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Queue of files</source>
            <translation>Очередь файлов</translation>
        </message>
    </context>
    <context>
        <name>RateBox</name>
        <message>
            <source>Output rate</source>
            <translation>Частота на выходе</translation>
        </message>
        <message>
            <source>A fractal has no rate of its own: its maps can be applied at any. Over-clocking decodes at twice the original rate or more, and the maps fill in the detail.</source>
            <translation>У фрактала нет своей частоты: его отображения применимы на любой. Сверхдискретизация декодирует на удвоенной исходной частоте и выше, а отображения дополняют детали.</translation>
        </message>
        <message>
            <source>Highest the device plays</source>
            <translation>Наибольшая у устройства</translation>
        </message>
    </context>
    <context>
        <name>RatePlot</name>
        <message>
            <source>Quality against bits</source>
            <translation>Качество и биты</translation>
        </message>
        <message>
            <source>A line joins what is better than all settings of its codec with fewer bits; the others stand alone.</source>
            <translation>Линия соединяет то, что лучше всех настроек того же кодека с меньшим числом бит; остальные стоят отдельно.</translation>
        </message>
        <message>
            <source>Arrow keys go from point to point.</source>
            <translation>Стрелки переходят от точки к точке.</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Report</source>
            <translation>Отчёт</translation>
        </message>
        <message>
            <source>What became of every file</source>
            <translation>Что стало с каждым файлом</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Копировать</translation>
        </message>
        <message>
            <source>Copy the report as text</source>
            <translation>Копировать отчёт как текст</translation>
        </message>
        <message>
            <source>&amp;Save as…</source>
            <translation>Со&amp;хранить как…</translation>
        </message>
        <message>
            <source>Save the report as a table (CSV) or as JSON, with sizes and speeds</source>
            <translation>Сохранить отчёт таблицей (CSV) или в JSON, с размерами и скоростями</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Таблица (*.csv)</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Сохранить отчёт</translation>
        </message>
    </context>
    <context>
        <name>ResultsPanel</name>
        <message>
            <source>Measure that is drawn</source>
            <translation>Показатель на графике</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
    </context>
    <context>
        <name>ResultsView</name>
        <message>
            <source>Results</source>
            <translation>Результаты</translation>
        </message>
    </context>
    <context>
        <name>Row</name>
        <message>
            <source>Warming up</source>
            <translation>Прогрев</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Кодирование</translation>
        </message>
        <message>
            <source>Decoding</source>
            <translation>Декодирование</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Сравнение</translation>
        </message>
    </context>
    <context>
        <name>RowSettingsDialog</name>
        <message numerus="yes">
            <source>Settings of %n file(s)</source>
            <translation>
                <numerusform>Настройки %n файла</numerusform>
                <numerusform>Настройки %n файлов</numerusform>
                <numerusform>Настройки %n файлов</numerusform>
            </translation>
        </message>
        <message>
            <source>Use these</source>
            <translation>Использовать эти</translation>
        </message>
        <message>
            <source>As for all files</source>
            <translation>Как для всех файлов</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Кодирование</translation>
        </message>
        <message>
            <source>Decoding to sound</source>
            <translation>Декодирование в звук</translation>
        </message>
        <message>
            <source>Forget the settings of these files; the page decides</source>
            <translation>Забыть настройки этих файлов; решает страница</translation>
        </message>
    </context>
    <context>
        <name>Saver</name>
        <message>
            <source>Save the table</source>
            <translation>Сохранить таблицу</translation>
        </message>
        <message>
            <source>Save the plot</source>
            <translation>Сохранить график</translation>
        </message>
        <message>
            <source>Keep the encoded file</source>
            <translation>Сохранить закодированный файл</translation>
        </message>
        <message>
            <source>Save the measures</source>
            <translation>Сохранить показатели</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>Сохранить изображение</translation>
        </message>
    </context>
    <context>
        <name>SettingDialog</name>
        <message>
            <source>Add a setting</source>
            <translation>Добавить настройку</translation>
        </message>
        <message>
            <source>defaults</source>
            <translation>по умолчанию</translation>
        </message>
        <message>
            <source>Codec</source>
            <translation>Кодек</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Добавить</translation>
        </message>
    </context>
    <context>
        <name>SettingsPanel</name>
        <message>
            <source>Output</source>
            <translation>Вывод</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Кодирование</translation>
        </message>
        <message>
            <source>Decoding to sound</source>
            <translation>Декодирование в звук</translation>
        </message>
    </context>
    <context>
        <name>SettingsView</name>
        <message>
            <source>Codecs and settings to compare</source>
            <translation>Кодеки и настройки для сравнения</translation>
        </message>
        <message>
            <source>What is checked is measured. Space changes a mark.</source>
            <translation>Измеряется отмеченное. Пробел меняет отметку.</translation>
        </message>
    </context>
    <context>
        <name>SoundForm</name>
        <message>
            <source>Only the first</source>
            <translation>Первые</translation>
        </message>
        <message>
            <source>No sound yet: drop one here, or choose it.</source>
            <translation>Звука ещё нет: перетащите его сюда или выберите.</translation>
        </message>
        <message>
            <source>Looking into it…</source>
            <translation>Чтение файла…</translation>
        </message>
        <message>
            <source>A few seconds tell most. Without the mark the whole sound is used.</source>
            <translation>Нескольких секунд обычно хватает. Без отметки берётся весь звук.</translation>
        </message>
        <message>
            <source> s</source>
            <translation> с</translation>
        </message>
        <message>
            <source>Seconds of the sound that are used</source>
            <translation>Секунды звука, которые берутся</translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%n канал</numerusform>
                <numerusform>%n канала</numerusform>
                <numerusform>%n каналов</numerusform>
            </translation>
        </message>
        <message>
            <source>{bits} bits</source>
            <translation>{bits} бит</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramPlot</name>
        <message>
            <source>Spectrogram</source>
            <translation>Спектрограмма</translation>
        </message>
        <message>
            <source>How loud each frequency was lately: the brighter, the louder; now is right</source>
            <translation>Громкость каждой частоты за последнее время: чем ярче, тем громче; настоящее справа</translation>
        </message>
        <message>
            <source>now</source>
            <translation>сейчас</translation>
        </message>
        <message>
            <source>0 dBFS</source>
            <translation>0 dBFS</translation>
        </message>
    </context>
    <context>
        <name>SpectrumPlot</name>
        <message>
            <source>Spectrum</source>
            <translation>Спектр</translation>
        </message>
        <message>
            <source>How loud each frequency is just now, in dBFS</source>
            <translation>Громкость каждой частоты в данный момент, в dBFS</translation>
        </message>
    </context>
    <context>
        <name>Stage</name>
        <message>
            <source>Original</source>
            <translation>Оригинал</translation>
        </message>
        <message>
            <source>Decoded</source>
            <translation>Декодированный</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>Segmental SNR, dB</source>
            <translation>Сегментное ОСШ, дБ</translation>
        </message>
        <message>
            <source>Decoded − original</source>
            <translation>Декодированный − оригинал</translation>
        </message>
        <message>
            <source>Working out the spectra…</source>
            <translation>Спектры вычисляются…</translation>
        </message>
        <message>
            <source>synthesised above {limit}</source>
            <translation>синтезировано выше {limit}</translation>
        </message>
        <message>
            <source>original {original} · decoded {decoded} · error {error}</source>
            <translation>оригинал {original} · декодированный {decoded} · ошибка {error}</translation>
        </message>
        <message>
            <source>original {original} · decoded {decoded} · difference {difference}</source>
            <translation>оригинал {original} · декодированный {decoded} · разность {difference}</translation>
        </message>
        <message>
            <source>Waveform, error to the original, and tree of ranges</source>
            <translation>Волна, ошибка относительно оригинала и дерево ранговых блоков</translation>
        </message>
        <message>
            <source>Waveform and tree of ranges</source>
            <translation>Волна и дерево ранговых блоков</translation>
        </message>
        <message>
            <source>Arrow keys go from range to range, Return shows the domain.</source>
            <translation>Стрелки переходят от блока к блоку, Enter показывает домен.</translation>
        </message>
    </context>
    <context>
        <name>Starter</name>
        <message>
            <source>Reading tags for the names…</source>
            <translation>Чтение тегов для имён…</translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Queued</source>
            <translation>В очереди</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>В работе</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Прервано</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Пропущено</translation>
        </message>
    </context>
    <context>
        <name>Strip</name>
        <message>
            <source>The whole sound</source>
            <translation>Весь звук</translation>
        </message>
        <message>
            <source>Superframe {number} of {last}, at {time}</source>
            <translation>Суперкадр {number} из {last}, {time}</translation>
        </message>
        <message>
            <source>{share} of it in silent blocks</source>
            <translation>{share} — тихие блоки</translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message>
            <source>Nothing to do yet</source>
            <translation>Пока делать нечего</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) in the queue</source>
            <translation>
                <numerusform>В очереди %n файл</numerusform>
                <numerusform>В очереди %n файла</numerusform>
                <numerusform>В очереди %n файлов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translation>
                <numerusform>{done} из %n файла</numerusform>
                <numerusform>{done} из %n файлов</numerusform>
                <numerusform>{done} из %n файлов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped</source>
            <translation>
                <numerusform>%n остановлен</numerusform>
                <numerusform>%n остановлено</numerusform>
                <numerusform>%n остановлено</numerusform>
            </translation>
        </message>
        <message>
            <source>{speed} real time</source>
            <translation>{speed} реального времени</translation>
        </message>
        <message>
            <source>about {time} left</source>
            <translation>осталось около {time}</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) done</source>
            <translation>
                <numerusform>%n файл готов</numerusform>
                <numerusform>%n файла готовы</numerusform>
                <numerusform>%n файлов готово</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n пропущен</numerusform>
                <numerusform>%n пропущено</numerusform>
                <numerusform>%n пропущено</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n ожидает</numerusform>
                <numerusform>%n ожидают</numerusform>
                <numerusform>%n ожидают</numerusform>
            </translation>
        </message>
        <message>
            <source>in {time}</source>
            <translation>за {time}</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) added</source>
            <translation>
                <numerusform>Добавлен %n файл</numerusform>
                <numerusform>Добавлено %n файла</numerusform>
                <numerusform>Добавлено %n файлов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other file(s) left out</source>
            <translation>
                <numerusform>Не взят %n другой файл</numerusform>
                <numerusform>Не взяты %n других файла</numerusform>
                <numerusform>Не взято %n других файлов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ROAD file(s) among the sounds left out</source>
            <translation>
                <numerusform>Не взят %n файл ROAD среди звуков</numerusform>
                <numerusform>Не взяты %n файла ROAD среди звуков</numerusform>
                <numerusform>Не взято %n файлов ROAD среди звуков</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the queue already</source>
            <translation>
                <numerusform>%n уже в очереди</numerusform>
                <numerusform>%n уже в очереди</numerusform>
                <numerusform>%n уже в очереди</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not there any more</source>
            <translation>
                <numerusform>%n больше нет на месте</numerusform>
                <numerusform>%n больше нет на месте</numerusform>
                <numerusform>%n больше нет на месте</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unfinished file(s) restored from the last time</source>
            <translation>
                <numerusform>С прошлого раза восстановлен %n незаконченный файл</numerusform>
                <numerusform>С прошлого раза восстановлены %n незаконченных файла</numerusform>
                <numerusform>С прошлого раза восстановлено %n незаконченных файлов</numerusform>
            </translation>
        </message>
        <message>
            <source>Not copied: {why}</source>
            <translation>Не скопировано: {why}</translation>
        </message>
        <message numerus="yes">
            <source>%n other file(s) copied</source>
            <translation>
                <numerusform>скопирован %n другой файл</numerusform>
                <numerusform>скопировано %n других файла</numerusform>
                <numerusform>скопировано %n других файлов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not copied</source>
            <translation>
                <numerusform>не скопирован %n</numerusform>
                <numerusform>не скопировано %n</numerusform>
                <numerusform>не скопировано %n</numerusform>
            </translation>
        </message>
        <message>
            <source>{size} larger than before</source>
            <translation>на {size} больше прежнего</translation>
        </message>
        <message>
            <source>{size} saved</source>
            <translation>сэкономлено {size}</translation>
        </message>
    </context>
    <context>
        <name>Tour</name>
        <message>
            <source>Prelistening</source>
            <translation>Предпрослушивание</translation>
        </message>
        <message>
            <source>An encoded file is a WAVE file that any player plays. What it plays is the seed: the average of each range, a quarter of the sample rate here. The decoder needs it anyway, so it costs nothing.</source>
            <translation>Закодированный файл — это WAVE, который играет любой плеер. Слышна затравка: среднее каждого рангового блока, здесь — с четвертью частоты дискретизации. Декодеру она нужна в любом случае, так что ничего не стоит.</translation>
        </message>
        <message>
            <source>Hear the seed</source>
            <translation>Услышать затравку</translation>
        </message>
        <message>
            <source>Over-clocking</source>
            <translation>Сверхдискретизация</translation>
        </message>
        <message>
            <source>Hear it at twice the rate</source>
            <translation>Услышать на удвоенной частоте</translation>
        </message>
        <message>
            <source>Expanding</source>
            <translation>Расширение разрядности</translation>
        </message>
        <message>
            <source>A map says how a range looks like a longer piece of the same frame; it does not say at which rate. So the same file is decoded at twice the original rate, and the maps fill in detail of their own: see the spectrum above the old limit.</source>
            <translation>Отображение говорит, чем ранговый блок похож на более длинный кусок того же кадра, но не говорит, на какой частоте. Поэтому тот же файл декодируется на удвоенной частоте, и отображения сами дополняют детали: взгляните на спектр выше прежнего предела.</translation>
        </message>
        <message>
            <source>The same holds for amplitude: the maps are real numbers. Decoded to 24 bits, a 16-bit sound has bits below the old ones that are not zeros. They are too quiet for most ears, but not for who raises, filters or stretches the sound.</source>
            <translation>То же верно для амплитуды: отображения — вещественные числа. У 16-битного звука, декодированного в 24 бита, младшие биты — не нули. Почти для всех ушей они слишком тихи, но не для того, кто усиливает, фильтрует или растягивает звук.</translation>
        </message>
        <message>
            <source>Hear it at 24 bits</source>
            <translation>Услышать в 24 битах</translation>
        </message>
        <message>
            <source>Stochastic decoding</source>
            <translation>Стохастическое декодирование</translation>
        </message>
        <message>
            <source>The maps can be applied in any order, and as often as you like. With no pass at all you hear the steps of the seed; each pass brings finer detail. Listen to it grow, in a random order.</source>
            <translation>Отображения можно применять в любом порядке и сколько угодно раз. Без единого прохода слышны ступени затравки; каждый проход добавляет деталей. Послушайте, как звук растёт, в случайном порядке.</translation>
        </message>
        <message>
            <source>Hear it grow</source>
            <translation>Услышать, как растёт</translation>
        </message>
        <message>
            <source>Self-similarity</source>
            <translation>Самоподобие</translation>
        </message>
        <message>
            <source>Nothing but likeness is stored. See how a frame was cut into ranges, and which longer piece each one is made of: shrunken, perhaps mirrored, and scaled; and how the sound grows out of steps, pass by pass. The arrow keys lead from range to range.</source>
            <translation>Хранится одно лишь подобие. Посмотрите, как кадр разрезан на ранговые блоки и из какого более длинного куска сделан каждый: сжатого, иногда отражённого, отмасштабированного; и как звук проход за проходом вырастает из ступеней. Стрелки ведут от блока к блоку.</translation>
        </message>
        <message>
            <source>Look into the file</source>
            <translation>Заглянуть в файл</translation>
        </message>
    </context>
    <context>
        <name>TourBar</name>
        <message>
            <source>Tour</source>
            <translation>Обзор</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Назад</translation>
        </message>
        <message>
            <source>End the tour</source>
            <translation>Закончить обзор</translation>
        </message>
        <message>
            <source>Getting ready…</source>
            <translation>Подготовка…</translation>
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation>{number} из {all}</translation>
        </message>
        <message>
            <source>Fi&amp;nish</source>
            <translation>&amp;Готово</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Дальше</translation>
        </message>
    </context>
    <context>
        <name>TourGuide</name>
        <message>
            <source>Encoding the demo sound</source>
            <translation>Кодируется демонстрационный звук</translation>
        </message>
        <message>
            <source>Encoding the demo sound: {share}</source>
            <translation>Кодируется демонстрационный звук: {share}</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>Play</source>
            <translation>Воспроизвести</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Без звука</translation>
        </message>
        <message>
            <source>State of the player</source>
            <translation>Состояние плеера</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Громкость</translation>
        </message>
        <message>
            <source>Go to the beginning</source>
            <translation>В начало</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Стоп</translation>
        </message>
        <message>
            <source>Loop</source>
            <translation>Цикл</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Пауза</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>&amp;Воспроизвести</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>{volume} %</source>
            <translation>{volume} %</translation>
        </message>
        <message>
            <source>Muted</source>
            <translation>Звук выключен</translation>
        </message>
    </context>
    <context>
        <name>Units</name>
        <message>
            <source>samples</source>
            <translation>отсчётов</translation>
        </message>
        <message>
            <source>frames</source>
            <translation>кадров</translation>
        </message>
        <message>
            <source>Hz</source>
            <translation>Гц</translation>
        </message>
        <message>
            <source>bits</source>
            <translation>бит</translation>
        </message>
        <message>
            <source>steps of 16 bits</source>
            <translation>ступени 16 бит</translation>
        </message>
        <message>
            <source>{rate} kHz</source>
            <translation>{rate} кГц</translation>
        </message>
        <message>
            <source>{level} dB</source>
            <translation>{level} дБ</translation>
        </message>
        <message>
            <source>{number} kbit/s</source>
            <translation>{number} кбит/с</translation>
        </message>
        <message>
            <source>{number} samples</source>
            <translation>{number} отсч.</translation>
        </message>
        <message>
            <source>{level} dBFS</source>
            <translation>{level} дБFS</translation>
        </message>
        <message>
            <source>{rate} Hz</source>
            <translation>{rate} Гц</translation>
        </message>
        <message>
            <source>{number}k</source>
            <translation>{number}к</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n байт</numerusform>
                <numerusform>%n байта</numerusform>
                <numerusform>%n байт</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Values</name>
        <message>
            <source>a – the article's programs</source>
            <translation>a — программы из статьи</translation>
        </message>
        <message>
            <source>b – ROADConverter 0.0.2</source>
            <translation>b — ROADConverter 0.0.2</translation>
        </message>
        <message>
            <source>Middle and side</source>
            <translation>Сумма и разность (M/S)</translation>
        </message>
        <message>
            <source>Side and middle</source>
            <translation>Разность и сумма (S/M)</translation>
        </message>
        <message>
            <source>Left and right</source>
            <translation>Левый и правый (L/R)</translation>
        </message>
        <message>
            <source>4 – finest</source>
            <translation>4 — тончайший</translation>
        </message>
        <message>
            <source>8 – fine</source>
            <translation>8 — тонкий</translation>
        </message>
        <message>
            <source>16 – small</source>
            <translation>16 — малый</translation>
        </message>
        <message>
            <source>32 – smallest file</source>
            <translation>32 — наименьший файл</translation>
        </message>
        <message>
            <source>As in the file</source>
            <translation>Как в файле</translation>
        </message>
        <message>
            <source>8 bits</source>
            <translation>8 бит</translation>
        </message>
        <message>
            <source>16 bits</source>
            <translation>16 бит</translation>
        </message>
        <message>
            <source>24 bits</source>
            <translation>24 бита</translation>
        </message>
        <message>
            <source>32 bits</source>
            <translation>32 бита</translation>
        </message>
        <message>
            <source>32 bits, floating point</source>
            <translation>32 бита, с плавающей точкой</translation>
        </message>
        <message>
            <source>rotated</source>
            <translation>с вращением</translation>
        </message>
        <message>
            <source>as-shipped</source>
            <translation>исходный вид</translation>
        </message>
        <message>
            <source>packets</source>
            <translation>пакеты</translation>
        </message>
        <message>
            <source>published</source>
            <translation>опубликованная</translation>
        </message>
        <message>
            <source>In sequence</source>
            <translation>По порядку</translation>
        </message>
        <message>
            <source>By tossing a coin</source>
            <translation>По монете</translation>
        </message>
        <message>
            <source>Shuffled</source>
            <translation>Вперемешку</translation>
        </message>
    </context>
    <context>
        <name>ViewKeeper</name>
        <message>
            <source>Opened again after an unexpected end: {names}</source>
            <translation>После неожиданного завершения снова открыто: {names}</translation>
        </message>
    </context>
    <context>
        <name>WaveView</name>
        <message>
            <source>Stretch of the sound that is shown</source>
            <translation>Показанный фрагмент звука</translation>
        </message>
        <message>
            <source>{sound}, magnified {number} times</source>
            <translation>{sound}, увеличение ×{number}</translation>
        </message>
    </context>
    <context>
        <name>Waveform</name>
        <message>
            <source>Waveform</source>
            <translation>Форма волны</translation>
        </message>
        <message>
            <source>Click to go to a place; the wheel zooms, Shift and the wheel move the view.</source>
            <translation>Щелчок переходит к месту; колесо меняет масштаб, Shift и колесо двигают вид.</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Take the tour</source>
            <translation>Пройти обзор</translation>
        </message>
        <message>
            <source>Piano</source>
            <translation>Фортепиано</translation>
        </message>
        <message>
            <source>Speech</source>
            <translation>Речь</translation>
        </message>
        <message>
            <source>Go to Convert</source>
            <translation>К конвертеру</translation>
        </message>
        <message>
            <source>Encodes a demo sound and plays it</source>
            <translation>Кодирует демонстрационный звук и играет его</translation>
        </message>
        <message>
            <source>Fractal audio, playable again</source>
            <translation>Фрактальный звук снова звучит</translation>
        </message>
        <message>
            <source>A fractal codec stores no samples and no spectrum, but how each short range of a sound looks like a longer piece of the same frame. Applied again and again, these maps bring the sound back, at any rate.</source>
            <translation>Фрактальный кодек хранит не отсчёты и не спектр, а то, чем каждый короткий ранговый блок похож на более длинный кусок того же кадра. Применённые снова и снова, эти отображения возвращают звук на любой частоте.</translation>
        </message>
        <message>
            <source>Two minutes</source>
            <translation>Две минуты</translation>
        </message>
        <message>
            <source>What fractal audio can do that nothing else can, in five short steps.</source>
            <translation>То, что умеет только фрактальный звук, — в пяти коротких шагах.</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>Послушать</translation>
        </message>
        <message>
            <source>A demo sound, encoded on the spot and decoded while it plays.</source>
            <translation>Демонстрационный звук: кодируется тут же и декодируется на ходу.</translation>
        </message>
        <message>
            <source>Your own sounds</source>
            <translation>Ваши звуки</translation>
        </message>
        <message>
            <source>Drop files and folders anywhere on the window, or choose them there.</source>
            <translation>Перетащите файлы и папки в окно или выберите их там.</translation>
        </message>
    </context>
    <context>
        <name>WindowActions</name>
        <message>
            <source>&amp;Convert</source>
            <translation>&amp;Конвертер</translation>
        </message>
        <message>
            <source>Turn sounds into encoded files and back</source>
            <translation>Превращать звуки в закодированные файлы и обратно</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>&amp;Плеер</translation>
        </message>
        <message>
            <source>Listen to encoded files and sounds</source>
            <translation>Слушать закодированные файлы и звуки</translation>
        </message>
        <message>
            <source>Co&amp;decs</source>
            <translation>Ко&amp;деки</translation>
        </message>
        <message>
            <source>Compare codecs on one sound: size, quality and speed</source>
            <translation>Сравнить кодеки на одном звуке: размер, качество и скорость</translation>
        </message>
        <message>
            <source>Co&amp;mpare</source>
            <translation>&amp;Сравнение</translation>
        </message>
        <message>
            <source>See and measure how far a decoded sound is from its original</source>
            <translation>Увидеть и измерить, насколько декодированный звук отличается от оригинала</translation>
        </message>
        <message>
            <source>&amp;Fractal</source>
            <translation>&amp;Фрактал</translation>
        </message>
        <message>
            <source>See how a file describes its sound by parts of itself</source>
            <translation>Посмотреть, как файл описывает звук его же частями</translation>
        </message>
        <message>
            <source>Co&amp;mpare with the original</source>
            <translation>Сравнит&amp;ь с оригиналом</translation>
        </message>
        <message>
            <source>Compare the file that is open in the player with its original</source>
            <translation>Сравнить открытый в плеере файл с его оригиналом</translation>
        </message>
        <message>
            <source>Show in Fr&amp;actal</source>
            <translation>Откр&amp;ыть во «Фрактале»</translation>
        </message>
        <message>
            <source>See how the maps make the sound that is heard just now</source>
            <translation>Увидеть, как отображения создают звук, который звучит сейчас</translation>
        </message>
        <message>
            <source>&amp;Open in the player…</source>
            <translation>&amp;Открыть в плеере…</translation>
        </message>
        <message>
            <source>Choose a file to listen to</source>
            <translation>Выбрать файл для прослушивания</translation>
        </message>
        <message>
            <source>&amp;Welcome</source>
            <translation>&amp;Начало</translation>
        </message>
        <message>
            <source>Demo sounds, and a tour of what fractal audio can do</source>
            <translation>Демонстрационные звуки и обзор возможностей фрактального звука</translation>
        </message>
        <message>
            <source>Take the &amp;tour</source>
            <translation>Пройти обзо&amp;р</translation>
        </message>
        <message>
            <source>&amp;Reset settings…</source>
            <translation>С&amp;бросить настройки…</translation>
        </message>
        <message>
            <source>Set everything back to how it was at the first start; no file is touched</source>
            <translation>Вернуть всё к тому, как было при первом запуске; файлы не затрагиваются</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>В&amp;ыход</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Клавиши</translation>
        </message>
        <message>
            <source>&amp;Log</source>
            <translation>&amp;Журнал</translation>
        </message>
        <message>
            <source>Copy for a &amp;bug report</source>
            <translation>Копировать для отчёта об о&amp;шибке</translation>
        </message>
        <message>
            <source>Copy versions and the last lines of the log</source>
            <translation>Скопировать версии и последние строки журнала</translation>
        </message>
        <message>
            <source>&amp;About ROAD Studio</source>
            <translation>&amp;О программе ROAD Studio</translation>
        </message>
    </context>
    <context>
        <name>_FrequencyPlot</name>
        <message>
            <source>synthesised above {limit}</source>
            <translation>синтезировано выше {limit}</translation>
        </message>
    </context>
</TS>
