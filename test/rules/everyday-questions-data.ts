/**
 * Questions as people at a school ask them, and the decisions that answer them: written by hand from what the decisions are for, before any ranking was seen.
 * `means` empty: no decision answers it, and a finder must not be sure of any.
 */
export interface EverydayQuestion {
  readonly pack: 'chaffey-2010' | 'pleasant-valley-2015'
  readonly asks: string
  /** Any of these is right. */
  readonly means: readonly string[]
}

export const everydayQuestions: readonly EverydayQuestion[] = [
  // Grievances
  { pack: 'chaffey-2010', asks: 'how long do I have to grieve?', means: ['grievance_filing'] },
  { pack: 'chaffey-2010', asks: 'when is the last day I can file a grievance', means: ['grievance_filing'] },
  { pack: 'chaffey-2010', asks: 'my supervisor never answered my grievance, what now', means: ['unanswered_grievance', 'grievance_step_due'] },
  { pack: 'chaffey-2010', asks: 'who pays for the arbitrator?', means: ['arbitration_cost_shares'] },
  { pack: 'chaffey-2010', asks: 'deadline to appeal to the superintendent', means: ['grievance_step_due'] },
  { pack: 'chaffey-2010', asks: 'can this be grieved at all', means: ['grievable_matter'] },
  { pack: 'pleasant-valley-2015', asks: 'by when do I have to go to the next level of my grievance', means: ['grievance_step_due'] },
  { pack: 'pleasant-valley-2015', asks: 'principal did not respond to the informal talk, can I file level one', means: ['level_one_without_response'] },
  { pack: 'pleasant-valley-2015', asks: 'how long can a grievance take from start to end', means: ['grievance_longest_path', 'grievance_timetable'] },
  { pack: 'pleasant-valley-2015', asks: 'what does my written grievance have to say', means: ['grievance_filing_contents'] },
  // Calendar
  { pack: 'chaffey-2010', asks: 'is November 12 a work day?', means: ['day_kind'] },
  { pack: 'chaffey-2010', asks: 'how many work days do we have this year', means: ['school_year_days', 'work_year_makeup'] },
  { pack: 'chaffey-2010', asks: 'when does second semester start', means: ['calendar_terms'] },
  { pack: 'chaffey-2010', asks: 'how many school days between two dates', means: ['instructional_days_between'] },
  { pack: 'chaffey-2010', asks: 'how many days of school are there in March', means: ['monthly_school_days'] },
  { pack: 'chaffey-2010', asks: 'how many days does a counselor work a year', means: ['work_year_makeup'] },
  { pack: 'chaffey-2010', asks: 'when are grades due', means: ['grades_due'] },
  { pack: 'pleasant-valley-2015', asks: 'how many days do I work in a year', means: ['scheduled_workdays'] },
  // Class size and stipends
  { pack: 'chaffey-2010', asks: 'too many kids in my classes, do I get paid for it?', means: ['overload_compensation'] },
  { pack: 'chaffey-2010', asks: 'how many students can I have in total', means: ['pupil_load'] },
  { pack: 'chaffey-2010', asks: 'is my class too big?', means: ['class_enrollment'] },
  { pack: 'chaffey-2010', asks: 'when do they have to level classes', means: ['class_leveling_due'] },
  { pack: 'chaffey-2010', asks: 'counselor case load limit', means: ['counselor_caseload'] },
  { pack: 'chaffey-2010', asks: 'I told them I have too many students, when do they have to move one', means: ['overload_notice'] },
  { pack: 'chaffey-2010', asks: 'RSP caseload', means: ['resource_specialist_caseload'] },
  { pack: 'pleasant-valley-2015', asks: 'how many kids can I have in third grade', means: ['elementary_class_size'] },
  { pack: 'pleasant-valley-2015', asks: 'how much do I get for having extra students', means: ['class_overage_stipend', 'class_stipend_by_month', 'middle_school_stipend'] },
  { pack: 'pleasant-valley-2015', asks: 'how many students a day in middle school', means: ['middle_school_daily_load'] },
  { pack: 'pleasant-valley-2015', asks: 'a kid left my class, do I lose the stipend', means: ['stipend_end'] },
  { pack: 'pleasant-valley-2015', asks: 'we share a job, how is the stipend split', means: ['job_share_stipend'] },
  // Salary
  { pack: 'chaffey-2010', asks: 'how much do I make at step 10 column D', means: ['salary_cell'] },
  { pack: 'chaffey-2010', asks: 'which column am I on with a masters and 45 units', means: ['class_placement'] },
  { pack: 'chaffey-2010', asks: 'new teacher starting pay with outside experience', means: ['new_hire_placement'] },
  { pack: 'chaffey-2010', asks: 'do I get a raise next year', means: ['step_advancement'] },
  { pack: 'chaffey-2010', asks: 'what does a football coach get paid', means: ['coach_pay'] },
  { pack: 'chaffey-2010', asks: 'department chair stipend', means: ['department_chair_stipend'] },
  { pack: 'chaffey-2010', asks: 'what is my daily rate', means: ['placement_rates', 'rate_of_pay'] },
  { pack: 'chaffey-2010', asks: 'summer school pay', means: ['summer_school_salary'] },
  { pack: 'chaffey-2010', asks: 'mileage', means: ['travel_pay'] },
  { pack: 'chaffey-2010', asks: 'yearbook advisor stipend', means: ['other_duty_stipend'] },
  { pack: 'chaffey-2010', asks: 'counselor stipend', means: ['counselor_psychologist_stipend', 'counselor_psychologist_year_pay'] },
  { pack: 'chaffey-2010', asks: 'how much do I get for subbing on my prep', means: ['class_substitution_pay'] },
  { pack: 'pleasant-valley-2015', asks: 'what am I paid if I lose my prep to cover a class', means: ['planning_period_pay'] },
  { pack: 'chaffey-2010', asks: 'adult school hourly pay', means: ['adult_hourly_rate'] },
  { pack: 'chaffey-2010', asks: 'pay for home teaching', means: ['home_teaching_rate'] },
  // Leave
  { pack: 'chaffey-2010', asks: 'how many sick days do I get', means: ['leave_allotment'] },
  { pack: 'chaffey-2010', asks: 'my father died, how many days off', means: ['bereavement_leave'] },
  { pack: 'chaffey-2010', asks: "I'm pregnant, how much leave can I take", means: ['pregnancy_leave', 'family_leave'] },
  { pack: 'chaffey-2010', asks: 'jury duty', means: ['court_leave'] },
  { pack: 'chaffey-2010', asks: 'can I take a personal day tomorrow', means: ['personal_leave_day_allowed'] },
  { pack: 'chaffey-2010', asks: 'how many sick days do I have left and carry over', means: ['sick_leave_balance'] },
  { pack: 'chaffey-2010', asks: 'pay after sick leave runs out', means: ['extended_illness_daily_pay', 'extended_illness_period'] },
  { pack: 'chaffey-2010', asks: 'donate sick days to a colleague', means: ['sick_leave_donation'] },
  { pack: 'chaffey-2010', asks: 'I got hurt at work', means: ['industrial_accident_pay', 'capped_leave_days_left'] },
  { pack: 'chaffey-2010', asks: 'sabbatical deadline', means: ['sabbatical_deadlines'] },
  { pack: 'chaffey-2010', asks: 'left for a doctor appointment for an hour, how much sick leave is charged', means: ['partial_day_sick_charge'] },
  { pack: 'chaffey-2010', asks: 'fmla weeks', means: ['family_leave'] },
  { pack: 'chaffey-2010', asks: 'is my aunt immediate family', means: ['immediate_family_member'] },
  { pack: 'chaffey-2010', asks: 'how many weeks off for a new baby or adoption', means: ['child_leave_request', 'pregnancy_leave', 'family_leave', 'capped_leave_days_left'] },
  // Everything else
  { pack: 'chaffey-2010', asks: 'how long is lunch', means: ['duty_free_lunch'] },
  { pack: 'chaffey-2010', asks: 'can they transfer me against my will', means: ['involuntary_transfer_allowed'] },
  { pack: 'chaffey-2010', asks: 'when is my evaluation due', means: ['evaluation_step_due', 'evaluation_cycle', 'evaluation_step_timely'] },
  { pack: 'chaffey-2010', asks: 'can they suspend me without pay', means: ['suspension_permitted'] },
  { pack: 'chaffey-2010', asks: 'when do I have to be on campus', means: ['on_campus_hours'] },
  { pack: 'chaffey-2010', asks: 'who gets the sixth period next', means: ['sixth_period_offer'] },
  { pack: 'chaffey-2010', asks: 'how many preps can I have', means: ['preparation_count'] },
  { pack: 'pleasant-valley-2015', asks: 'did the flexible schedule vote pass', means: ['modification_vote_result'] },
  { pack: 'pleasant-valley-2015', asks: 'when can I go home', means: ['on_site_window'] },
  { pack: 'pleasant-valley-2015', asks: 'how long can the Tuesday meeting be', means: ['meeting_window', 'next_meeting_limit'] },
  { pack: 'pleasant-valley-2015', asks: 'when must I get my evaluation', means: ['evaluation_copy_due', 'evaluation_due'] },
  // Nothing in these agreements answers these
  { pack: 'chaffey-2010', asks: 'what is the wifi password', means: [] },
  { pack: 'chaffey-2010', asks: 'how do I reset my parking permit', means: [] },
  { pack: 'chaffey-2010', asks: 'who won the game last night', means: [] },
  { pack: 'pleasant-valley-2015', asks: 'cafeteria menu for friday', means: [] },
  { pack: 'pleasant-valley-2015', asks: 'hello', means: [] },
]
