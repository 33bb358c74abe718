"""Vietnamese: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Vietnamese",
    small="""và của là có không các được cho một trong với những người này đã ở khi để đến từ về như
        cũng ra sẽ tại năm theo vào còn rất bị nhiều nhưng làm phải đó""",
    negation="""không chẳng chưa đừng chớ không_phải chẳng_phải không_bao_giờ không_ai không_gì
        không_hề chưa_từng chưa_bao_giờ hiếm_khi thiếu chả khỏi vô""",
    reversal="""phủ_nhận bác_bỏ từ_chối chối chối_bỏ phản_bác cự_tuyệt ngừng dừng thôi ngăn
        ngăn_chặn tránh cấm thất_bại sai sai_lầm giả giả_mạo dối nói_dối bịa_đặt tin_đồn đồn
        tung_tin không_thể bất_khả nghi_ngờ ngờ_vực vô_căn_cứ ít hiếm thay_vì chống loại_trừ rút_lại
        hủy hoang_đường trái_ngược đối_lập""",
    doubt="""nghe_nói có_thể có_lẽ có_khả_năng có_vẻ dường_như hình_như chắc chắc_là hẳn nên cần
        phải được_cho_là bị_cáo_buộc bị_cho_là nghi nghi_là khả_năng ước_chừng liệu thử cố_gắng
        tiềm_năng tiềm_tàng giả_định nghe_đồn nếu_may_mắn""",
    thought="""tin tin_rằng nghĩ nghĩ_rằng cho_rằng hy_vọng sợ lo lo_ngại mong mong_muốn muốn
        dự_đoán dự_kiến ước_tính yêu_cầu đề_nghị đề_xuất khuyên tưởng đoán ngờ""",
    condition="""nếu trừ_phi trừ_khi miễn_là với_điều_kiện giả_sử trong_trường_hợp chừng_nào kẻo
        chỉ_khi chỉ_nếu hễ""",
    concession="tuy mặc_dù mặc_dầu dù dẫu bất_chấp",
    contrast="nhưng tuy_nhiên song trong_khi thế_nhưng nhưng_mà trái_lại",
    admission="tuy",
    exception="ngoại_trừ trừ",
    restriction="""ít_nhất_là ít_ra tạm_thời trên_giấy_tờ trên_lý_thuyết có_thể_nói_là
        ở_một_mức_độ_nào_đó về_nguyên_tắc theo_một_nghĩa_nào_đó""",
    limit="""chỉ chỉ_là mới thôi duy_nhất tối_đa tối_thiểu ít_nhất nhiều_nhất lên_đến tới hơn dưới
        một_phần phần hầu_như gần_như một_nửa suýt âm một_số_ít thiểu_số một_nhúm cùng_lắm
        nhiều_lắm""",
    bound="tối_đa tối_thiểu ít_nhất nhiều_nhất lên_đến hơn dưới âm",
    multiple="% phần_trăm triệu tỉ tỷ nghìn ngàn trăm chục tá",
    rough="""thỉnh_thoảng khoảng chừng độ xấp_xỉ vài một_số một_vài đôi_khi thường thông_thường
        chủ_yếu hầu_hết đa_số phần_lớn nhiều_khi gần""",
    modifier="""nguyên cựu cố giả tương_lai phó quyền tạm_quyền tiềm_năng được_cho_là bị_cáo_buộc
        cái_gọi_là hụt dự_kiến về_hưu nghi_phạm tự_xưng thời_đó""",
    report="""nói cho_biết cho_hay tuyên_bố khẳng_định phát_biểu nhấn_mạnh giải_thích bổ_sung thêm
        viết trả_lời hỏi thừa_nhận cảnh_báo xác_nhận tiết_lộ thông_báo báo_cáo tố_cáo nhận_định
        chia_sẻ cho_rằng""",
    source="theo theo_như căn_cứ",
    claim="""tuyên_bố cáo_buộc bằng_chứng niềm_tin ý_kiến ý_tưởng tin_đồn nghi_ngờ lo_ngại hy_vọng
        quan_điểm ấn_tượng dấu_hiệu giả_thuyết lý_thuyết khả_năng nguy_cơ câu_hỏi""",
    that="rằng là liệu",
    scale="""% phần_trăm triệu tỉ tỷ nghìn ngàn trăm chục tá euro đô đô_la đồng usd vnd năm
        tháng tuần ngày giờ phút giây thế_kỷ mét km m cm mm kilômét ki-lô-mét ha héc_ta hecta
        tấn tạ yến kg ký cân gram lít độ lần tuổi""",
    pronoun="""tôi ta mình chúng_tôi chúng_ta chúng bạn anh chị em ông bà cô chú hắn nó họ y thị này
        kia đó ấy đây đấy ai cái con chiếc những các một""",
    determiner="các những một cái con chiếc này kia đó ấy người",
    number="""không một hai ba bốn năm sáu bảy tám chín mười trăm nghìn ngàn triệu tỉ tỷ nửa rưỡi
        phần_ba phần_tư thứ_nhất đầu_tiên thứ_hai gấp_đôi chục hàng_trăm hàng_nghìn""",
    quantifier="""tất_cả mọi mỗi từng toàn_bộ cả nhiều hơn đa_số hầu_hết vài một_số chỉ tất""",
    judgement="""tham_nhũng giả phi_pháp bất_hợp_pháp tồi_tệ tội_phạm xấu_hổ nguy_hiểm cực_đoan
        có_tội vô_tội phân_biệt_chủng_tộc ngu_ngốc dối_trá lố_bịch tàn_bạo độc_ác bất_công tốt xấu
        thật bí_mật hèn_nhát dũng_cảm bất_tài""",
    noun_first=True,
    innocent="âm_nhạc âm_thanh",
    coordinating="và hoặc hay",
    almost="suýt gần_như",
    adjective_last=True,
)
